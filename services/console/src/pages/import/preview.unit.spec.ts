import { PublishCountryReport } from '@demarche/contracts';
import { describe, expect, test } from 'vitest';
import { amendmentsOf, publishInput } from './amendments-of.ts';
import { type Entry, entryOf, isWorthSaving, nameOf, partsOf, type Report, type Row } from './preview.ts';

const read = PublishCountryReport.input.parse({
  country: 'XKD',
  countryName: 'Kaldara',
  reportYear: 2024,
  tier: { value: 'tier-2' },
  section: 'complete',
  recommendations: [{ text: 'Pass the law.' }, { text: 'Fund shelters.' }],
}) as Report;

const entry = (changes: Partial<Entry> = {}): Entry => ({
  ...entryOf(new File(['text'], '2024-XKD.txt')),
  state: 'read',
  row: {
    file: '2024-XKD.txt',
    outcome: 'new',
    refused: null,
    warnings: [],
    toConfirm: [],
    cut: null,
    parts: null,
    report: read,
    reportId: null,
    evidence: {},
    difference: null,
  },
  report: read,
  ...changes,
});

describe('what a person changed', () => {
  test('is nothing when the report is saved as it was read', () => expect(amendmentsOf(read, read)).toEqual([]));

  test('is kept field by field, with what was read', () => {
    const saved: Report = {
      ...read,
      publishedOn: '2024-06-24',
      recommendations: [{ text: 'Pass the law now.', pillars: [] }],
    };
    expect(amendmentsOf(read, saved)).toEqual([
      { field: 'publishedOn', read: '', saved: '2024-06-24' },
      { field: 'recommendations.0', read: 'Pass the law.', saved: 'Pass the law now.' },
      { field: 'recommendations.1', read: 'Fund shelters.', saved: '' },
    ]);
  });

  test('tells of the placement what else was put right', () => {
    const tier = {
      ...(read.tier as NonNullable<Report['tier']>),
      movement: 'upgraded' as const,
      consecutiveYears: 3,
      waiver: true,
    };
    expect(amendmentsOf(read, { ...read, section: 'cut', tier })).toEqual([
      { field: 'tier.movement', read: '', saved: 'upgraded' },
      { field: 'tier.consecutiveYears', read: '', saved: '3' },
      { field: 'tier.waiver', read: 'no', saved: 'yes' },
      { field: 'section', read: 'complete', saved: 'cut' },
    ]);
  });

  test.each([
    [
      'put in',
      ['Pass the law.', 'Train police.', 'Fund shelters.'],
      { field: 'recommendations.1', read: '', saved: 'Train police.' },
    ],
    ['taken out', ['Fund shelters.'], { field: 'recommendations.0', read: 'Pass the law.', saved: '' }],
  ])('an item %s is one amendment, and the items behind it stay as they were read', (_name, texts, amendment) => {
    const recommendations = texts.map((text) => ({ text, pillars: [] }));
    expect(amendmentsOf(read, { ...read, recommendations })).toEqual([amendment]);
  });

  test('an item left empty is not sent, and is kept as taken out', () => {
    const report: Report = {
      ...read,
      recommendations: [
        { text: 'Pass the law.', pillars: [] },
        { text: ' ', pillars: [] },
      ],
    };
    const input = PublishCountryReport.input.parse(publishInput(entry({ report })));
    expect(input.recommendations.map(({ text }) => text)).toEqual(['Pass the law.']);
    expect(input.amendments).toEqual([{ field: 'recommendations.1', read: 'Fund shelters.', saved: '' }]);
  });

  test('goes along in a command that the service takes', () => {
    const input = publishInput(entry({ report: { ...read, countryName: 'The Republic of Kaldara' } }));
    expect(PublishCountryReport.input.parse(input).amendments).toHaveLength(1);
  });
});

describe('an unsure reading', () => {
  const notice = { code: 'separator-unsure', message: 'Please check.', line: 7 };
  const unsure = entry();
  const row = { ...(unsure.row as Row), outcome: 'unsure' as const, warnings: [notice], toConfirm: [notice] };

  test('is not saved before its items were checked', () => {
    expect(isWorthSaving({ ...unsure, row })).toBe(false);
    expect(isWorthSaving({ ...unsure, row, checked: true })).toBe(true);
  });

  test('keeps with the report that they were', () => {
    expect(publishInput({ ...unsure, row, checked: true })).toMatchObject({
      amendments: [{ field: 'confirmed', read: 'Please check.', saved: 'checked' }],
    });
  });
});

test('a file of several narratives becomes an entry for each, with a name and a command of its own', () => {
  const whole = entry();
  const rows = ['2024-XKD.txt#1', '2024-XKD.txt#2'].map((file) => ({ ...(whole.row as Row), file }));
  const parts = partsOf(whole, rows);

  expect(parts.map(nameOf)).toEqual(['2024-XKD.txt#1', '2024-XKD.txt#2']);
  expect(new Set(parts.map(({ key }) => key)).size).toBe(2);
  expect(new Set([whole, ...parts].map(({ commandId }) => commandId)).size).toBe(3);
});

describe('what is worth saving', () => {
  test.each([
    ['a new report', {}, true],
    ['one that is left out', { chosen: false }, false],
    ['one that was saved', { state: 'saved' }, false],
    ['one whose answer was lost', { state: 'failed' }, true],
  ] as const)('%s', (_name, changes, worth) => expect(isWorthSaving(entry(changes))).toBe(worth));

  test.each([
    ['unchanged', false],
    ['refused', false],
    ['reworded', true],
  ] as const)('%s: %s', (outcome, worth) => {
    const held = entry();
    expect(isWorthSaving({ ...held, row: held.row && { ...held.row, outcome } })).toBe(worth);
  });
});
