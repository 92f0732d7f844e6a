import { compareReport, type ReportText } from '@demarche/contracts';
import type { ImportRow } from './import-row.ts';

/** What a preview says of a file when files before it in the same import are of the same report. */
export const afterEarlierFiles = (row: ImportRow, earlier: readonly ImportRow[]): ImportRow => {
  if (row.outcome !== 'new') return row;
  const same = earlier.filter(
    ({ outcome, reportId, report }) => report !== null && outcome !== 'unsure' && reportId === row.reportId,
  );
  if (same.length === 0) return row;
  const known = same.some(({ report }) => compareReport(report as ReportText, row.report as ReportText) === null);
  return { ...row, outcome: known ? 'unchanged' : 'reworded' };
};
