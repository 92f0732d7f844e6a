import type { Recommendation, Wording } from '../../graphql/answers.ts';
import { RecommendationFields } from '../../graphql/fragments/recommendation.ts';
import { type AnsweredTimeline, TimelineFields } from '../../graphql/fragments/timeline.ts';

export const RecommendationDocument = /* GraphQL */ `
  ${RecommendationFields}
  ${TimelineFields}
  query Recommendation($reference: RecommendationReference!, $at: AtInput, $minPosition: Position, $timeline: TimelineFilter, $after: String) {
    recommendation(reference: $reference, at: $at, minPosition: $minPosition) {
      ...RecommendationFields
      wordings { reference reportYear text relation }
      timeline(filter: $timeline, first: 100, after: $after) { ...TimelineFields }
    }
    today: recommendation(reference: $reference) { recordedAt }
  }`;

export type RecommendationHeld = Recommendation & {
  readonly wordings: readonly Wording[];
  readonly timeline: AnsweredTimeline;
};

export interface RecommendationAnswer {
  readonly recommendation: RecommendationHeld | null;
  readonly today: { readonly recordedAt: string } | null;
}
