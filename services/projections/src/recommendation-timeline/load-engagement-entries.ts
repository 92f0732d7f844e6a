import type { Engagement } from '@demarche/contracts';
import { raisedIn } from '../engagement-log/raised-in.queries.ts';
import { groupBy } from '../facts/by-key.ts';
import { fromJson, inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import type { Contents } from './load-entries.ts';
import type { PlacedEntry } from './timeline.queries.ts';

interface EngagementRow {
  readonly engagement_id: string;
  readonly content: string;
  readonly logged_by: string;
  readonly corrected_at: string | null;
}

/** An engagement with what was raised in it and how that was received. */
export const loadEngagementEntries = (reader: ViewReader, placed: readonly PlacedEntry[]): Contents => {
  const ids = [...new Set(placed.map(({ entry }) => entry))];
  const rows = reader.all<EngagementRow>(
    `SELECT e.engagement_id, e.content, e.logged_by, e.corrected_at FROM engagement e
     WHERE e.engagement_id ${inList('ids')} AND ${reader.held('e')} AND e.withdrawn IS NULL`,
    { ids: listValue(ids) },
  );
  const lastHeld = rows.map(({ engagement_id }) => ({
    engagementId: engagement_id,
    position: reader.point.systemPosition,
  }));
  const raised = groupBy(raisedIn(reader, lastHeld), ({ engagementId }) => engagementId);
  return new Map(
    rows.map((row) => {
      const content = fromJson<Engagement>(row.content);
      const mentions = raised.get(row.engagement_id) ?? [];
      return [
        row.engagement_id,
        {
          countries: content.countries,
          recommendations: mentions.map(({ reference }) => reference),
          pillars: content.pillars,
          by: fromJson(row.logged_by),
          correctedAt: row.corrected_at,
          engagementId: row.engagement_id,
          channel: content.channel,
          deliveryForm: content.deliveryForm,
          place: content.place,
          post: content.post,
          counterparts: content.theirParticipants,
          summary: content.summary,
          raised: mentions.map(({ reference, reception, note }) => ({ reference, reception, note })),
        },
      ];
    }),
  );
};
