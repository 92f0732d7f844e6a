import type { Recommendation, Wording } from '../../graphql/answers.ts';
import { RecommendationFields } from '../../graphql/fragments/recommendation.ts';
import { chainTo } from '../../words/asked-chain.ts';
import { type Leg, type WholeWay, wholeWay } from '../../words/whole-way.ts';
import type { KnownToday } from '../../words/why-not-held.ts';

/** A recommendation, with those of the years before that asked the same. */
export const RecommendationWayFields = /* GraphQL */ `
  ${RecommendationFields}
  fragment RecommendationWayFields on Recommendation {
    ...RecommendationFields
    wordings {
      reference reportYear text relation
      recommendation {
        reference reportYear issuedOn
        raised { times lastOn lastReception }
        response { value responseId occurredOn comment respondent }
        promises { commitmentId wording dueOn state delivery overdue }
        actions { count lastOn lastDescription }
        implementation { status reportingPeriod assessment { ...AssessmentFields } lastPeriod { ...AssessmentFields } }
      }
    }
  }`;

export const RecommendationDocument = /* GraphQL */ `
  ${RecommendationWayFields}
  query Recommendation($reference: RecommendationReference!, $at: AtInput, $minPosition: Position) {
    recommendation(reference: $reference, at: $at, minPosition: $minPosition) { ...RecommendationWayFields }
    today: recommendation(reference: $reference) { recordedAt happenedOn: issuedOn countryName }
  }`;

export type RecommendationHeld = Recommendation & {
  readonly wordings: ReadonlyArray<Wording & { readonly recommendation: Leg | null }>;
};

export interface RecommendationAnswer {
  readonly recommendation: RecommendationHeld | null;
  readonly today: (KnownToday & { readonly countryName: string }) | null;
}

/** From the report that asked it first to this one. */
export const wayOf = (held: RecommendationHeld): WholeWay =>
  wholeWay(
    chainTo(held.wordings, held.reference).flatMap(({ reference, recommendation }) =>
      recommendation && reference !== held.reference ? [recommendation] : [],
    ),
    held,
  );
