import type { RecommendationReference } from '@demarche/contracts';
import type { ViewReader } from '../facts/view-reader.ts';

export interface RaisedIn {
  readonly engagementId: string;
  readonly reference: RecommendationReference;
  readonly text: string;
  readonly reception: string;
  readonly note: string | null;
}

/** What was raised in each engagement, as it was held at the position given with it, in the words of the report. */
export const raisedIn = (
  reader: ViewReader,
  engagements: readonly { readonly engagementId: string; readonly position: number }[],
): readonly RaisedIn[] =>
  reader.all<RaisedIn>(
    `SELECT f.entry_id AS engagementId, f.reference, f.code AS reception, json_extract(f.value, '$.note') AS note,
       coalesce((SELECT v.text FROM recommendation v WHERE v.reference = f.reference AND ${reader.held('v')}), '') AS text
     FROM json_each(:engagements) w
     CROSS JOIN recommendation_fact f ON f.entry_id = json_extract(w.value, '$.engagementId') AND f.field = 'raised'
       AND f.occurred_on <= :validTime AND f.from_position <= json_extract(w.value, '$.position')
       AND (f.to_position IS NULL OR f.to_position > json_extract(w.value, '$.position'))
     ORDER BY f.reference`,
    { engagements: JSON.stringify(engagements) },
  );
