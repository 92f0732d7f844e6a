import {
  type ImportOutcome,
  importOutcomes,
  type ReportToPublish,
  tiers,
  warningsToConfirm,
} from '@demarche/contracts';
import { describeRefusal } from '../parse/describe-narrative.ts';
import type { Terminal } from '../terminal.ts';

/** What became of one file. */
export interface ImportRow {
  readonly file: string;
  readonly outcome: ImportOutcome;
  readonly reportId: string | null;
  readonly refused: { readonly code: string; readonly message: string; readonly line: number | null } | null;
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly line: number | null }[];
  readonly report: ReportToPublish | null;
}

/** Whether nothing of the file was brought in that should have been. */
export const isHeldUp = ({ outcome }: ImportRow): boolean => outcome === 'refused' || outcome === 'unsure';

/** One line for a person; refusals go where errors go. */
export const printRow = (terminal: Terminal, row: ImportRow): void => {
  if (row.refused) return terminal.say(describeRefusal(row.file, row.refused));
  const unsure = row.outcome === 'unsure' ? warningsToConfirm(row.warnings) : [];
  for (const { message, line } of unsure)
    terminal.say(`${at(row.file, line)}: unsure, not brought in: ${message} ${LOOK}`);
  if (unsure.length > 0) return;
  terminal.print(
    `${row.outcome.padEnd(9)}  ${(row.reportId ?? '').padEnd(8)}  ${contentOf(row.report).padEnd(46)}  ${row.file}`,
  );
  for (const { message, line } of row.warnings) {
    terminal.say(`${at(row.file, line)}: note: ${message}`);
  }
};

const LOOK =
  'Look at the items with "demarche parse"; when they are right, bring the file in again with --accept-unsure.';

const at = (file: string, line: number | null): string => (line === null ? file : `${file}:${line}`);

const contentOf = (report: ReportToPublish | null): string => {
  if (!report) return '';
  const count = report.recommendations.length;
  return `${report.tier ? tiers[report.tier.value] : 'no tier'}, ${count} recommendation${count === 1 ? '' : 's'}${report.section === 'complete' ? '' : ` (${report.section})`}`;
};

/** `8 files: 6 new, 1 unchanged, 0 reworded, kept for review, 1 refused.` */
export const summaryOf = (rows: readonly ImportRow[], dryRun: boolean): string => {
  const counts = (Object.keys(importOutcomes) as ImportOutcome[]).map((outcome) => {
    const count = rows.filter((row) => row.outcome === outcome).length;
    return `${count} ${outcome}${outcome === 'reworded' ? ' (kept for review)' : ''}`;
  });
  const files = rows.length === 1 ? '1 file' : `${rows.length} files`;
  return `${files}: ${counts.join(', ')}.${dryRun ? ' Nothing was recorded.' : ''}`;
};
