import { describe, expect, test } from 'vitest';
import { describeReadiness } from './describe-readiness.ts';

const URL = 'http://127.0.0.1:4800';
const HOLD_MORE = 'The views hold more than the record: an older backup of it was restored.';
const store = { status: 'pass', head: 12, journalMode: 'wal', synchronous: 2 };

describe('the readiness of one process with everything', () => {
  const views = { status: 'pass', position: 12, lag: 0, parked: 0, trouble: null, rebuild: null };

  test('is a line for each of its parts', () => {
    expect(describeReadiness(URL, { status: 'pass', checks: { store, projections: views } })).toEqual([
      'Demarche at http://127.0.0.1:4800 is ready.',
      '  store: pass, head 12, journalMode wal, synchronous 2',
      '  projections: pass, position 12, lag 0, parked 0',
    ]);
  });

  test('says which records are held back, and where that is said', () => {
    const checks = { store, projections: { ...views, status: 'warn', parked: 2 } };
    expect(describeReadiness(URL, { status: 'warn', checks }).at(-1)).toBe(
      '2 records are not up to date: "demarche projections parked" says which and why.',
    );
  });
});

describe('the readiness of a gateway', () => {
  const checks = {
    projections: {
      status: 'warn',
      replicas: [
        { address: 'http://projections-1:4804', status: 'pass' },
        { address: 'http://projections-2:4804', status: 'fail', error: 'it does not answer: ECONNREFUSED' },
      ],
    },
    engagements: { status: 'pass', address: 'http://engagements:4802' },
    bus: { status: 'warn', trouble: 'The bus does not answer' },
  };

  test('names each service, each replica in a line of its own, and whom to ask', () => {
    expect(describeReadiness(URL, { status: 'warn', checks })).toEqual([
      'Demarche at http://127.0.0.1:4800 is ready, but somebody should look.',
      '  projections: warn',
      '    http://projections-1:4804: pass',
      '    http://projections-2:4804: fail',
      '      it does not answer: ECONNREFUSED',
      '  engagements: pass, address http://engagements:4802',
      '  bus: warn',
      '    The bus does not answer',
      '"demarche doctor" says what needs a hand.',
    ]);
  });
});

test('a console that has no gateway says so', () => {
  const gateway = { status: 'warn', trouble: 'The gateway does not answer', answers: false };
  expect(describeReadiness(URL, { status: 'warn', checks: { pages: { status: 'pass' }, gateway } })).toEqual([
    'Demarche at http://127.0.0.1:4800 is not ready: it has pages, and no gateway that could answer them.',
    '  pages: pass',
    '  gateway: warn',
    '    The gateway does not answer',
    '"demarche doctor" says what needs a hand.',
  ]);
});

test.each([
  ['one process with everything', 'fail', { projections: { status: 'fail', beyondRecord: true, trouble: HOLD_MORE } }],
  [
    'a gateway',
    'fail',
    {
      projections: {
        status: 'fail',
        beyondRecord: true,
        replicas: [{ address: 'http://projections-1:4804', status: 'fail', beyondRecord: true, error: HOLD_MORE }],
      },
    },
  ],
  [
    'a console',
    'warn',
    {
      gateway: {
        status: 'warn',
        beyondRecord: true,
        behind: [{ name: 'projections', status: 'fail', beyondRecord: true, error: HOLD_MORE }],
      },
    },
  ],
])('%s that answers from views of another record is not ready, and says why', (_, status, checks) => {
  const lines = describeReadiness(URL, { status, checks });
  expect(lines[0]).toBe(`Demarche at ${URL} is not ready: it answers, and what it shows may not be on record.`);
  expect(lines.filter((line) => line.includes(HOLD_MORE))).toHaveLength(1);
  expect(lines.join()).not.toContain('beyondRecord');
});

test('a console says what is wrong behind its gateway, down to the replica and the reason', () => {
  const behind = [
    {
      name: 'projections',
      status: 'warn',
      replicas: [{ address: 'http://projections-2:4804', status: 'warn', error: 'views: The disk is full' }],
    },
    { name: 'engagements', status: 'warn', address: 'http://engagements:4802', error: 'it does not answer' },
  ];
  const gateway = { status: 'warn', trouble: 'Something behind the gateway is not well', behind };
  expect(describeReadiness(URL, { status: 'warn', checks: { gateway } }).slice(1, -1)).toEqual([
    '  gateway: warn',
    '    Something behind the gateway is not well',
    '    projections: warn',
    '      http://projections-2:4804: warn',
    '        views: The disk is full',
    '    engagements: warn, address http://engagements:4802',
    '      it does not answer',
  ]);
});

test.each([
  ['a gateway', { engagements: { status: 'warn', records: false, error: 'it does not answer' } }],
  [
    'a console',
    {
      gateway: {
        status: 'warn',
        behind: [{ name: 'engagements', status: 'warn', records: false, error: 'it is away' }],
      },
    },
  ],
])('%s that can be read while something cannot be recorded says so', (_, checks) => {
  const lines = describeReadiness(URL, { status: 'warn', checks });
  expect(lines[0]).toBe(`Demarche at ${URL} is ready to be read, and not everything can be recorded.`);
  expect(lines.join()).not.toContain('records');
});

test('a service behind the gateway says what is wrong with it, and has no doctor', () => {
  const away = { ...store, status: 'fail', trouble: 'KurrentDB does not answer. Look whether it runs.' };
  expect(describeReadiness(URL, { status: 'fail', checks: { store: away } })).toEqual([
    'Demarche at http://127.0.0.1:4800 is not ready.',
    '  store: fail, head 12, journalMode wal, synchronous 2',
    '    KurrentDB does not answer. Look whether it runs.',
  ]);
  const feed = { status: 'warn', trouble: 'The bus has no stream yet' };
  expect(describeReadiness(URL, { status: 'warn', checks: { projections: { status: 'pass' }, feed } }).at(-1)).toBe(
    '    The bus has no stream yet',
  );
});

test('one that is stopping is no matter for the doctor', () => {
  expect(describeReadiness(URL, { status: 'stopping', checks: { store } })).toEqual([
    'Demarche at http://127.0.0.1:4800 is stopping.',
    '  store: pass, head 12, journalMode wal, synchronous 2',
  ]);
});
