import { expect, test } from 'vitest';
import type { Wording } from '../graphql/answers.ts';
import { wordingRows } from './wordings.ts';

const wording = (reportYear: number, text: string, relation: Wording['relation']): Wording =>
  ({ reference: `XKD-${reportYear}-01`, reportYear, text, relation }) as Wording;

test('years with the very same words are one row, and each row shows what changed against the one before', () => {
  const rows = wordingRows([
    wording(2022, 'Draft a law.', 'new'),
    wording(2023, 'Draft and enact a law.', 'similar_wording'),
    wording(2024, 'Draft and enact a law.', 'same_wording'),
  ]);
  expect(rows.map(({ years, references }) => [years, references])).toEqual([
    [[2022], ['XKD-2022-01']],
    [
      [2023, 2024],
      ['XKD-2023-01', 'XKD-2024-01'],
    ],
  ]);
  expect(rows[0]?.runs).toEqual([{ change: 'same', text: 'Draft a law.' }]);
  expect(rows[1]?.runs.filter(({ change }) => change === 'added')).toEqual([{ change: 'added', text: ' and enact' }]);
});

test('no wordings, no rows', () => expect(wordingRows([])).toEqual([]));
