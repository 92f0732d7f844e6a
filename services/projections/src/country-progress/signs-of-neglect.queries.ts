import { indexBy } from '../facts/by-key.ts';
import { listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { ofNewestReports } from '../recommendation/of-reports.ts';
import { stateAt } from '../recommendation/recommendation-state.ts';

export interface LastEngagement {
  readonly country: string;
  readonly engagementId: string;
  readonly occurredOn: string;
}

/** The last engagement with each country. */
export const lastEngagements = (
  reader: ViewReader,
  codes: readonly string[],
): ((country: string) => LastEngagement | undefined) => {
  const rows = reader.all<{ country: string; last: string | null }>(
    `SELECT w.value AS country, (
       SELECT json_array(e.engagement_id, e.occurred_on) FROM engagement_country e
       WHERE e.country = w.value AND ${reader.held('e')} ORDER BY e.occurred_on DESC, e.from_position DESC LIMIT 1) AS last
     FROM json_each(:codes) w`,
    { codes: listValue(codes) },
  );
  const found = indexBy(rows, ({ country }) => country);
  return (country) => {
    const last = found.get(country)?.last;
    if (last == null) return undefined;
    const [engagementId, occurredOn] = JSON.parse(last) as [string, string];
    return { country, engagementId, occurredOn };
  };
};

export interface Unanswered {
  readonly country: string;
  readonly reference: string;
  readonly ordinal: number;
  readonly times: number;
}

/** Raised as often as this without an answer, a recommendation asks for attention. */
const RAISED_WITHOUT_ANSWER = 2;

/** Open recommendations that were raised again and again, and never answered. */
export const raisedUnanswered = (reader: ViewReader, codes: readonly string[]): readonly Unanswered[] =>
  reader.all<Unanswered>(
    `WITH ${stateAt(reader, ofNewestReports(reader, 'codes'))}, open AS (
       SELECT country, reference, ordinal FROM state WHERE withdrawn = 0 AND closure IS NULL AND response = 'none_yet')
     SELECT open.country, open.reference, open.ordinal, count(*) AS times
     FROM open JOIN recommendation_fact f ON f.reference = open.reference AND f.field = 'raised' AND ${reader.held('f')}
     GROUP BY open.reference HAVING count(*) >= ${RAISED_WITHOUT_ANSWER} ORDER BY open.country, times DESC, open.reference`,
    { codes: listValue(codes) },
  );

export interface OpenRewording {
  readonly country: string;
  readonly count: number;
  readonly reportId: string;
}

/** Differing texts of reports between which nobody has decided yet. */
export const rewordingsToReview = (reader: ViewReader, codes: readonly string[]): ReadonlyMap<string, OpenRewording> =>
  indexBy(
    reader.all<OpenRewording>(
      `SELECT w.country, count(*) AS count, min(w.report_id) AS reportId
       FROM json_each(:codes) k CROSS JOIN rewording w ON w.report_id BETWEEN k.value || '-' AND k.value || '.'
       WHERE ${reader.held('w')}
         AND NOT EXISTS (SELECT 1 FROM rewording_review v WHERE v.rewording_id = w.rewording_id AND ${reader.held('v')})
       GROUP BY w.country`,
      { codes: listValue(codes) },
    ),
    ({ country }) => country,
  );
