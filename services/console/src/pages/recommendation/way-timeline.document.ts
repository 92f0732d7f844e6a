import { type AnsweredTimeline, TimelineFields } from '../../graphql/fragments/timeline.ts';

/** One timeline of all references under which the same was asked. */
export const WayTimelineDocument = /* GraphQL */ `
  ${TimelineFields}
  query WayTimeline($country: CountryCode!, $at: AtInput, $minPosition: Position, $filter: TimelineFilter, $after: String) {
    country(code: $country, at: $at, minPosition: $minPosition) {
      timeline(filter: $filter, first: 100, after: $after) { ...TimelineFields }
    }
  }`;

export interface WayTimelineAnswer {
  readonly country: { readonly timeline: AnsweredTimeline } | null;
}
