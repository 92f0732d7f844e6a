import { firstDayOf, lastDayOf, type RecommendationReference, type ReportingPeriod } from '@demarche/contracts';
import type { ActionOnRecord } from './concrete-action.ts';

export interface Judged {
  readonly reference: RecommendationReference;
  readonly reportingPeriod: ReportingPeriod;
}

/** Whether an action stands and was recorded against the recommendation. */
export const isLinked = (action: ActionOnRecord, { reference }: Pick<Judged, 'reference'>): boolean =>
  action.status === 'recorded' && action.recommendations.includes(reference);

/** Whether an action stands and happened in the reporting period. */
export const isInPeriod = (action: ActionOnRecord, { reportingPeriod }: Pick<Judged, 'reportingPeriod'>): boolean =>
  action.status === 'recorded' &&
  action.occurredOn >= firstDayOf(reportingPeriod) &&
  action.occurredOn <= lastDayOf(reportingPeriod);

/** Whether a judgement of the period on the recommendation may rest on the action (22 U.S.C. 7107(b)(1)). */
export const supports = (action: ActionOnRecord, judged: Judged): boolean =>
  isLinked(action, judged) && isInPeriod(action, judged);
