import { type Rejected, reject } from '@demarche/kernel';
import type { ActionOnRecord } from '../concrete-action/concrete-action.ts';
import { supports } from '../concrete-action/supports.ts';
import type { AssessmentEntry, RecommendationRecord } from './recommendation.ts';

/**
 * An assessment falls with its actions: once none of them stands any more, was of its period, or belongs to the
 * recommendation, nobody may build on it. One that rests on a finding has nothing to lose.
 */
export const refuseFallenBasis = (
  { reference }: RecommendationRecord,
  { entryId, restsOn, reportingPeriod }: AssessmentEntry,
  actions: readonly ActionOnRecord[],
): Rejected<'basis-withdrawn'> | undefined => {
  const named = actions.filter(({ actionId }) => restsOn.includes(actionId));
  return restsOn.length === 0 || named.some((action) => supports(action, { reference, reportingPeriod }))
    ? undefined
    : reject(
        'basis-withdrawn',
        `None of the actions that ${entryId} rests on stands any more: ${restsOn.join(', ')}. Assess the recommendation anew on what did happen.`,
      );
};
