import {
  type Command,
  countryOfRecommendation,
  type Officer,
  type RaisedRequest,
  type RaiseRecommendation,
  type RecommendationRaised,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { Engagement, EngagementRecord } from '../engagement.ts';
import { type KnownRecommendations, refuseRecommendations } from '../refuse-recommendations.ts';
import { standing } from '../standing-engagement.ts';

/** The command with those of the recommendations it names that are on record. */
export type RaiseRecommendationCommand = Command<'raise-recommendation', RaiseRecommendation> & {
  readonly known: KnownRecommendations;
};
type Code = RejectionOf<typeof RaiseRecommendation>;

export const raiseRecommendation = (
  command: RaiseRecommendationCommand,
  state: Engagement,
): Decision<RecommendationRaised, Code> => {
  const record = standing(state);
  if (isRejected(record)) return record;
  return (
    refuseRaised(record, [command], command.known) ?? accept(recommendationRaised(record, command, command.officer))
  );
};

/** A recommendation is raised once in one engagement. */
export const refuseRaised = (
  record: EngagementRecord,
  requests: readonly RaisedRequest[],
  known: KnownRecommendations,
): Rejected<Exclude<Code, 'engagement-unknown' | 'engagement-withdrawn'>> | undefined => {
  const references = requests.map(({ reference }) => reference);
  const twice = references.find((reference, index) =>
    [...record.raised, ...references.slice(0, index)].includes(reference),
  );
  return (
    refuseRecommendations(references, record.content.countries, known) ??
    (twice
      ? reject(
          'recommendation-raised-before',
          `${twice} was already raised in the engagement of ${record.content.occurredOn}. Name each recommendation once, with how it was received in the end.`,
        )
      : undefined)
  );
};

export const recommendationRaised = (
  { engagementId, content }: EngagementRecord,
  { reference, reception, note }: RaisedRequest,
  raisedBy: Officer,
): RecommendationRaised => ({
  type: 'RecommendationRaised',
  data: {
    engagementId,
    reference,
    country: countryOfRecommendation(reference),
    occurredOn: content.occurredOn,
    deliveryForm: content.deliveryForm,
    reception,
    note,
    raisedBy,
  },
});
