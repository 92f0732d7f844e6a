import type { DoctorFacts } from '@demarche/contracts';
import { expect, test } from 'vitest';
import { examine } from './examine.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const store = { status: 'pass', head: 12, sqliteVersion: '3.51.3', journalMode: 'wal', synchronous: 2 };
const views = { status: 'pass', position: 12, lag: 0, parked: 0, trouble: null, rebuild: null };
const facts = (
  change: Partial<DoctorFacts> = {},
  parts: { store?: object; projections?: object } = {},
): DoctorFacts => ({
  now: NOW,
  node: '24.21.0',
  dataFolder: '/srv/demarche',
  freeBytes: 50_000_000_000,
  newestRecordedAt: '2026-11-22T11:59:00.000Z',
  checks: { store: { ...store, ...parts.store }, projections: { ...views, ...parts.projections } },
  ...change,
});

test('given all is well, then every finding is fine', () => {
  expect(examine(facts(), NOW).map(({ state, about }) => `${state} ${about}`)).toEqual([
    'fine record',
    'fine durability',
    'fine views',
    'fine parked',
    'fine disk',
    'fine clock',
    'fine programs',
  ]);
});

test('given the record is kept by a server of its own, then how a file is written is nobody’s matter', () => {
  const checks = { store: { status: 'pass', head: 12 }, projections: views };
  expect(examine(facts({ checks }), NOW).map(({ about }) => about)).not.toContain('durability');
  expect(examine(facts({ checks }), NOW).at(-1)?.sentence).toBe('Node.js 24.21.0.');
});

test('given KurrentDB keeps the record, then it is named, and whether the way to it is open', () => {
  const kurrent = { status: 'pass', head: 12, kind: 'KurrentDB', server: 'esdb://kurrentdb:2113', leader: 'answers' };
  const sentence = (encrypted: boolean) =>
    examine(facts({ checks: { store: { ...kurrent, encrypted }, projections: views } }), NOW)[1]?.sentence;
  expect(sentence(true)).toBe(
    'The record is kept by KurrentDB at esdb://kurrentdb:2113. Its own settings say when it acknowledges.',
  );
  expect(sentence(false)).toContain('esdb://kurrentdb:2113, over a connection that only a network of its own keeps');
});

test('given a replica that has no record to look at, then nothing is said of one', () => {
  const found = examine(facts({ checks: { projections: views } }), NOW);
  expect(found.map(({ state, about }) => `${state} ${about}`)).toEqual([
    'fine views',
    'fine parked',
    'fine disk',
    'fine clock',
    'fine programs',
  ]);
});

test.each([
  [facts({}, { store: { synchronous: 1 } }), 'wrong', 'What was acknowledged last can be lost with the power'],
  [facts({}, { store: { status: 'fail', trouble: 'The disk is full' } }), 'wrong', 'The disk is full'],
  [facts({}, { projections: { status: 'fail', trouble: 'no file' } }), 'wrong', 'The views cannot be asked. no file'],
  [facts({}, { projections: { trouble: 'database is locked' } }), 'look', 'The views do not move: database is locked'],
  [facts({}, { store: { status: 'warn', trouble: 'The disk is full' } }), 'look', 'The disk is full'],
  [
    facts({}, { projections: { status: 'fail', catchingUp: '40 events to go since the start' } }),
    'look',
    'The views are catching up with the record: 40 events to go',
  ],
  [facts({}, { projections: { lag: 40 } }), 'look', 'The views are behind the record, by 40 positions.'],
  [facts({}, { projections: { lag: 1 } }), 'look', 'by 1 position. Look again in a moment'],
  [facts({}, { projections: { lag: null } }), 'look', 'Whether the views are up to date cannot be told'],
  [facts({}, { projections: { parked: 2 } }), 'look', '2 records are not up to date: "demarche projections parked"'],
  [facts({ freeBytes: 50_000_000 }), 'wrong', 'Only 0.1 GB are free on the disk that holds /srv/demarche'],
  [facts({ freeBytes: 900_000_000 }), 'look', '0.9 GB are free on the disk that holds /srv/demarche: a rebuild'],
  [facts({ newestRecordedAt: '2026-11-23T00:00:00.000Z' }), 'wrong', 'something was recorded at 2026-11-23'],
  [facts({ now: '2026-11-22T12:10:00.000Z' }), 'look', 'Its clock and the one here are 600 seconds apart.'],
])('given something is not, then that finding alone says so (%#)', (held, state, sentence) => {
  const found = examine(held, NOW).filter((finding) => finding.state !== 'fine');
  expect(found).toEqual([{ state, about: expect.any(String), sentence: expect.stringContaining(sentence) }]);
});

test('given views of another record, then it is not said that they cannot be asked', () => {
  const trouble = 'The views hold more than the record: an older backup of it was restored.';
  const held = facts({}, { projections: { status: 'fail', beyondRecord: true, lag: null, trouble } });
  expect(examine(held, NOW)).toContainEqual({ state: 'wrong', about: 'views', sentence: trouble });
});
