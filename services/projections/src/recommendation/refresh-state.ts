import type { ViewWriter } from '../engine/projector.ts';
import { standing } from '../facts/held.ts';
import type { NewFact } from './recommendation-facts.ts';
import { stateFromFacts, succession } from './recommendation-state.ts';

const REFRESH = (where: string): string =>
  `INSERT OR REPLACE INTO recommendation_now
    (reference, report_id, country, report_year, ordinal, pillars, response, assessed_status, assessed_period, withdrawn, closure, succeeded_by, current)
   ${stateFromFacts(standing, where)}`;
const REFRESH_ONE = REFRESH('v.reference = ?');
const REFRESH_REPORT = REFRESH('v.report_id = ?');

/** Brings the plain columns of one recommendation in line with its facts. */
export const refreshState = (writer: ViewWriter, reference: string): void => {
  writer.prepare(REFRESH_ONE).run(reference);
};

const IS_LAST = `NOT EXISTS (
  SELECT 1 FROM recommendation_fact f
  WHERE f.reference = ?1 AND f.field = ?2 AND f.occurred_on > ?3 AND f.to_position IS NULL)`;

const READY = {
  response: `UPDATE recommendation_now SET response = ?4 WHERE reference = ?1 AND ${IS_LAST}`,
  assessment: `UPDATE recommendation_now SET assessed_status = ?4, assessed_period = ?5 WHERE reference = ?1 AND ${IS_LAST}`,
  closure: `UPDATE recommendation_now SET closure = ?4 WHERE reference = ?1 AND ${IS_LAST}`,
  tags: `UPDATE recommendation_now SET pillars = json_extract(?4, '$.pillars') WHERE reference = ?1 AND ${IS_LAST}`,
} as const;

/** Takes over a fact just written, unless one of a later day stands. */
export const takeOver = (writer: ViewWriter, { reference, field, occurredOn, code, period, value }: NewFact): void => {
  switch (field) {
    case 'response':
    case 'closure':
      writer.prepare(READY[field]).run(reference, field, occurredOn, code ?? null);
      return;
    case 'assessment':
      writer.prepare(READY.assessment).run(reference, field, occurredOn, code ?? null, period ?? null);
      return;
    case 'tags':
      writer.prepare(READY.tags).run(reference, field, occurredOn, JSON.stringify(value));
      return;
    default:
  }
};

/** Brings the plain columns of all recommendations of a report in line with their facts. */
export const refreshReport = (writer: ViewWriter, reportId: string): void => {
  writer.prepare(REFRESH_REPORT).run(reportId);
};

const { current, succeededBy } = succession(standing);
const REFRESH_SUCCESSION = `UPDATE recommendation_now AS v SET current = ${current}, succeeded_by = ${succeededBy} WHERE v.report_id = ?`;

/** The same for a report whose neighbours changed, and nothing else about it. */
export const refreshSuccession = (writer: ViewWriter, reportId: string): void => {
  writer.prepare(REFRESH_SUCCESSION).run(reportId);
};
