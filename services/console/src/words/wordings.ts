import type { Wording } from '../graphql/answers.ts';
import { type Run, wordDifferences } from './word-differences.ts';

/** Years in which the same words stood, one after another, and how the words differ from those before. */
export interface WordingRow {
  readonly years: readonly number[];
  /** The reference of each year. */
  readonly references: readonly string[];
  readonly runs: readonly Run[];
  readonly relation: Wording['relation'];
}

/** How a wording came down the years; years with the very same words are one row. */
export const wordingRows = (wordings: readonly Wording[]): WordingRow[] => {
  const rows: WordingRow[] = [];
  let before: string | null = null;
  for (const { reportYear, reference, text, relation } of wordings) {
    const last = rows.at(-1);
    if (last && text === before) {
      rows[rows.length - 1] = {
        ...last,
        years: [...last.years, reportYear],
        references: [...last.references, reference],
      };
    } else {
      const runs: Run[] = before === null ? [{ change: 'same', text }] : wordDifferences(before, text);
      rows.push({ years: [reportYear], references: [reference], runs, relation });
    }
    before = text;
  }
  return rows;
};
