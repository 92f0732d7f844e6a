import { PublishCountryReport } from '@demarche/contracts';
import { describe, expect, test } from 'vitest';
import { amendmentsOf, type Entry, entriesRead, entryOf, isWorthSaving, publishInput, type Report } from './preview.ts';

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

  test('goes along in a command that the service takes', () => {
    const input = publishInput(entry({ report: { ...read, countryName: 'The Republic of Kaldara' } }));
    expect(PublishCountryReport.input.parse(input).amendments).toHaveLength(1);
  });
});

describe('a reading that is unsure', () => {
  const notice = { code: 'separator-unsure', message: 'Two items may be one.', line: 12 };
  const held = entry();
  const unsure = entriesRead(
    held,
    held.row ? [{ ...held.row, outcome: 'unsure', toConfirm: [notice] }] : [],
  )[0] as Entry;

  test('waits for a person', () => expect(isWorthSaving(unsure)).toBe(false));

  test('once looked at, says with the report that it was', () => {
    const checked = { ...unsure, chosen: true };
    expect(isWorthSaving(checked)).toBe(true);
    expect(publishInput(checked)).toMatchObject({
      amendments: [{ field: 'confirmed', read: 'Two items may be one.', saved: 'checked' }],
    });
  });
});

test('several narratives in one file become entries of their own, each with its own key', () => {
  const held = entry();
  const row = held.row as NonNullable<Entry['row']>;
  const found = entriesRead(held, [
    { ...row, file: 'all.txt#1' },
    { ...row, file: 'all.txt#2' },
  ]);
  expect(found.map(({ name }) => name)).toEqual(['all.txt#1', 'all.txt#2']);
  expect(new Set(found.flatMap(({ key, commandId }) => [key, commandId])).size).toBe(4);
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
