import {
  compareReport,
  type ImportPreviewRow,
  type PublishCountryReport,
  type ReportId,
  type ReportText,
  statutoryReleaseDay,
} from '@demarche/contracts';
import {
  awaitingReview,
  type HeldDay,
  type HeldRewording,
  type Notice,
  otherReleaseDay,
} from './notes-on-unchanged.ts';

interface HeldReport extends ReportText, HeldDay {
  readonly recommendations: readonly { readonly ordinal: number; readonly text: string }[];
  readonly rewordings: readonly (ReportText & HeldRewording)[];
}

export type HeldReports = ReadonlyMap<ReportId, HeldReport>;

type Received = ReportText & Pick<PublishCountryReport, 'publishedOn' | 'reportYear'>;

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

const comparedWith = (row: ImportPreviewRow, received: Received, held: HeldReport): ImportPreviewRow => {
  const unchanged = (notes: readonly Notice[]): ImportPreviewRow => ({
    ...row,
    outcome: 'unchanged',
    warnings: [...row.warnings, ...notes],
  });
  const difference = compareReport(held, received);
  if (difference === null) return unchanged(otherReleaseDay(held, received.publishedOn));
  const kept = held.rewordings.find((rewording) => compareReport(rewording, received) === null);
  if (kept) return unchanged(awaitingReview(kept));
  const { tier, section, recommendations } = held;
  const published = { tier, section, recommendations: recommendations.map(({ ordinal, text }) => ({ ordinal, text })) };
  return { ...row, outcome: 'reworded', difference: { ...difference, ordinals: [...difference.ordinals], published } };
};

const afterwards = (before: HeldReport | undefined, received: Received): HeldReport => {
  if (before)
    return { ...before, rewordings: [...before.rewordings, { ...received, rewordingId: null, review: null }] };
  const recommendations = received.recommendations.map(({ text }, index) => ({ ordinal: index + 1, text }));
  return {
    ...received,
    recommendations,
    rewordings: [],
    occurredOn: received.publishedOn ?? statutoryReleaseDay(received.reportYear),
    occurredOnBasis: received.publishedOn === undefined ? 'statutory' : 'stated',
  };
};
