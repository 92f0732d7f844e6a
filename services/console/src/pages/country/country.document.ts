import type { CountryProgress, CountryReport, Recommendation } from '../../graphql/answers.ts';
import { CountryRowFields } from '../../graphql/fragments/country.ts';
import { type AnsweredTimeline, TimelineFields } from '../../graphql/fragments/timeline.ts';

export const CountryDocument = /* GraphQL */ `
  ${CountryRowFields}
  ${TimelineFields}
  query Country($code: CountryCode!, $at: AtInput, $minPosition: Position, $timeline: TimelineFilter, $after: String) {
    country(code: $code, at: $at, minPosition: $minPosition) {
      ...CountryRowFields
      tierHistory { ...TierYearFields }
      heldSince rewordingsToReview
      attention { code count sentence subject }
      reports(first: 200) { nodes { reportYear section } }
      byPillar: recommendationCounts { byPillar { pillar total byStatus { ...StatusCountsFields } } }
      list: recommendations(first: 200) { nodes { reference ordinal text askedYears notUpToDateSince implementation { status } } }
      timeline(filter: $timeline, first: 30, after: $after) { ...TimelineFields }
    }
    today: country(code: $code) { name heldSince }
    status { heldSince position }
  }`;

export type CountryHeld = Omit<CountryProgress, 'recommendations'> & {
  readonly recommendations: Omit<CountryProgress['recommendations'], 'byPillar'>;
  readonly byPillar: Pick<CountryProgress['recommendations'], 'byPillar'>;
  readonly list: {
    readonly nodes: ReadonlyArray<
      Pick<Recommendation, 'reference' | 'ordinal' | 'text' | 'askedYears' | 'notUpToDateSince'> & {
        readonly implementation: Pick<Recommendation['implementation'], 'status'>;
      }
    >;
  };
  readonly reports: { readonly nodes: ReadonlyArray<Pick<CountryReport, 'reportYear' | 'section'>> };
  readonly timeline: AnsweredTimeline;
};

export interface CountryAnswer {
  readonly country: CountryHeld | null;
  readonly today: { readonly name: string; readonly heldSince: string | null } | null;
  readonly status: { readonly heldSince: string | null };
}
