import { type AnsweredTimeline, TimelineFields } from '../../graphql/fragments/timeline.ts';
import { type RecommendationHeld, RecommendationWayFields } from '../recommendation/recommendation.document.ts';

/** What a form about a recommendation shows beside its questions, and the actions that it may rest on. */
export const BriefDocument = /* GraphQL */ `
  ${RecommendationWayFields}
  ${TimelineFields}
  query Brief($reference: RecommendationReference!, $at: AtInput, $minPosition: Position) {
    recommendation(reference: $reference, at: $at, minPosition: $minPosition) {
      ...RecommendationWayFields
      timeline(filter: { kinds: [CONCRETE_ACTION] }, first: 100) { ...TimelineFields }
    }
  }`;

export interface BriefAnswer {
  readonly recommendation: (RecommendationHeld & { readonly timeline: AnsweredTimeline }) | null;
}
