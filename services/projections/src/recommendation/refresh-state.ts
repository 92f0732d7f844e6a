import type { ViewWriter } from '../engine/projector.ts';
import { standing } from '../facts/held.ts';
import { listValue } from '../facts/list-value.ts';
import { stateFromFacts } from './recommendation-state.ts';

const REFRESH = (where: string): string =>
  `INSERT OR REPLACE INTO recommendation_now ${stateFromFacts(standing, where)}`;
const REFRESH_ONE = REFRESH('v.reference = ?');
const REFRESH_REPORTS = REFRESH('v.report_id IN (SELECT value FROM json_each(?))');

/** Brings the plain columns of one recommendation in line with its facts. */
export const refreshState = (writer: ViewWriter, reference: string): void => {
  writer.prepare(REFRESH_ONE).run(reference);
};

/** The same for all recommendations of some reports. */
export const refreshReports = (writer: ViewWriter, reportIds: readonly string[]): void => {
  writer.prepare(REFRESH_REPORTS).run(listValue(reportIds));
};
