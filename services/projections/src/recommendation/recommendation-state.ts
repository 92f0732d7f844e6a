import { type Held, newestFirst, spanOf } from '../facts/held.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { RECORD_STATE } from './record-state.ts';

const lastFact = (held: Held, field: string, column: string): string =>
  `(SELECT ${column} FROM recommendation_fact f
    WHERE f.reference = v.reference AND f.field = '${field}' AND ${held('f')}
    ORDER BY ${newestFirst('f')} LIMIT 1)`;

const isNewestReport = (held: Held): string =>
  `v.report_year = (SELECT e.report_year FROM report_edition e WHERE e.country = v.country AND ${held('e')}
    ORDER BY e.report_year DESC LIMIT 1)`;

const successor = (held: Held): string =>
  `(SELECT l.reference FROM lineage l WHERE l.previous = v.reference AND ${spanOf(held)('l')} LIMIT 1)`;

/** How a recommendation stands in the succession of its country's reports, for rows `v`. */
export const succession = (held: Held) => ({ current: isNewestReport(held), succeededBy: successor(held) });

/** The plain columns of recommendations worked out from the facts, in the order of the table. `where` narrows the versions `v`. */
export const stateFromFacts = (held: Held, where: string): string => `
    SELECT v.reference, v.report_id, v.country, v.report_year, v.ordinal,
      coalesce(${lastFact(held, 'tags', "json_extract(f.value, '$.pillars')")}, v.pillars) AS pillars,
      coalesce(${lastFact(held, 'response', 'f.code')}, 'none_yet') AS response,
      ${lastFact(held, 'assessment', 'f.code')} AS assessed_status,
      ${lastFact(held, 'assessment', 'f.period')} AS assessed_period,
      v.withdrawn,
      ${lastFact(held, 'closure', 'f.code')} AS closure,
      ${successor(held)} AS succeeded_by,
      ${isNewestReport(held)} AS current
    FROM recommendation v WHERE ${held('v')} AND ${where}`;

/** An assessment counts for its own period only; an older one leaves the period unassessed. */
const STATUS = `CASE WHEN assessed_period = :period THEN assessed_status ELSE 'not_assessed' END`;

/** The relation \`state\` for a WITH clause: from the plain columns when the point is the newest, else from the facts. */
export const stateAt = (reader: ViewReader, where: string): string => {
  const rows = reader.point.newest
    ? `SELECT v.* FROM recommendation_now v WHERE ${where}`
    : `SELECT *, ${RECORD_STATE} AS record_state FROM (${stateFromFacts(reader.held, where)})`;
  return `state AS (SELECT *, ${STATUS} AS status FROM (${rows}))`;
};

export interface RecommendationState {
  readonly reference: string;
  readonly report_id: string;
  readonly country: string;
  readonly report_year: number;
  readonly ordinal: number;
  readonly pillars: string;
  readonly response: string;
  readonly status: string;
  readonly succeeded_by: string | null;
  readonly current: number;
  readonly record_state: string;
}
