import { compareReport, type ImportPreviewRow, type ReportId, type ReportText } from '@demarche/contracts';

interface HeldReport extends ReportText {
  readonly recommendations: readonly { readonly ordinal: number; readonly text: string }[];
  readonly rewordings: readonly ReportText[];
}

export type HeldReports = ReadonlyMap<ReportId, HeldReport>;

/** What each file would do, one brought in after the other: an earlier file of the same report counts as on record. */
export const heldAgainstRecord = (
  rows: readonly ImportPreviewRow[],
  onRecord: HeldReports,
): readonly ImportPreviewRow[] => {
  const held = new Map(onRecord);
  return rows.map((row) => {
    if (!row.report || !row.reportId) return row;
    const before = held.get(row.reportId);
    const compared = untilConfirmed(before ? comparedWith(row, row.report, before) : row);
    // What waits for a person to look at it is not on record when the next file comes.
    if (compared.outcome !== 'unsure') held.set(row.reportId, afterwards(before, row.report));
    return compared;
  });
};

/** A reading that changes nothing needs nobody's confirmation. */
const untilConfirmed = (row: ImportPreviewRow): ImportPreviewRow =>
  row.toConfirm.length > 0 && row.outcome !== 'unchanged' ? { ...row, outcome: 'unsure' } : row;

const comparedWith = (row: ImportPreviewRow, received: ReportText, held: HeldReport): ImportPreviewRow => {
  const difference = compareReport(held, received);
  const known = difference === null || held.rewordings.some((rewording) => compareReport(rewording, received) === null);
  if (known) return { ...row, outcome: 'unchanged' };
  const { tier, section, recommendations } = held;
  const published = { tier, section, recommendations: recommendations.map(({ ordinal, text }) => ({ ordinal, text })) };
  return { ...row, outcome: 'reworded', difference: { ...difference, ordinals: [...difference.ordinals], published } };
};

const afterwards = (before: HeldReport | undefined, received: ReportText): HeldReport => {
  if (before) return { ...before, rewordings: [...before.rewordings, received] };
  const recommendations = received.recommendations.map(({ text }, index) => ({ ordinal: index + 1, text }));
  return { ...received, recommendations, rewordings: [] };
};
