import type { ViewWriter } from '../engine/projector.ts';
import { standing } from '../facts/held.ts';
import { listValue } from '../facts/list-value.ts';
import type { NewFact } from './recommendation-facts.ts';
import { stateFromFacts } from './recommendation-state.ts';

const REFRESH = (where: string): string =>
  `INSERT OR REPLACE INTO recommendation_now ${stateFromFacts(standing, where)}`;
const REFRESH_ONE = REFRESH('v.reference = ?');
const REFRESH_REPORTS = REFRESH('v.report_id IN (SELECT value FROM json_each(?))');

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
} as const;

/** Takes over a fact just written, unless one of a later day stands. */
export const takeOver = (writer: ViewWriter, { reference, field, occurredOn, code, period }: NewFact): void => {
  switch (field) {
    case 'response':
      writer.prepare(READY.response).run(reference, field, occurredOn, code ?? null);
      return;
    case 'assessment':
      writer.prepare(READY.assessment).run(reference, field, occurredOn, code ?? null, period ?? null);
      return;
    case 'closure':
    case 'tags':
      return refreshState(writer, reference);
    default:
  }
};

/** Brings the plain columns of all recommendations of some reports in line with their facts. */
export const refreshReports = (writer: ViewWriter, reportIds: readonly string[]): void => {
  writer.prepare(REFRESH_REPORTS).run(listValue(reportIds));
};
