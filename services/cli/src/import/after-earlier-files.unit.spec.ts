import type { CountryCode } from '@demarche/contracts';
import { expect, test } from 'vitest';
import { afterEarlierFiles } from './after-earlier-files.ts';
import type { ImportRow } from './import-row.ts';

const row = (reportId: string, text: string): ImportRow => ({
  file: `${reportId}.txt`,
  outcome: 'new',
  reportId,
  refused: null,
  warnings: [],
  report: {
    country: 'XKD' as CountryCode,
    countryName: 'Kaldara',
    reportYear: 2024,
    tier: null,
    section: 'complete',
    recommendations: [{ text }],
  },
});

test.each([
  ['the first file of a report is new', [], 'new'],
  ['another report before it changes nothing', [row('XKD-2023', 'Enact the law.')], 'new'],
  ['the same text once more is unchanged', [row('XKD-2024', 'Enact  the law.')], 'unchanged'],
  ['another text of the same report is reworded', [row('XKD-2024', 'Adopt the law.')], 'reworded'],
] as const)('%s', (_case, earlier, outcome) => {
  expect(afterEarlierFiles(row('XKD-2024', 'Enact the law.'), earlier).outcome).toBe(outcome);
});

test('what the server knows better stays', () => {
  const known: ImportRow = { ...row('XKD-2024', 'Enact the law.'), outcome: 'reworded' };

  expect(afterEarlierFiles(known, [row('XKD-2024', 'Enact the law.')]).outcome).toBe('reworded');
});
