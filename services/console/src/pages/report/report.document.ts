import type { CountryReport } from '../../graphql/answers.ts';
import { OfficerFields } from '../../graphql/fragments/officer.ts';
import { TierPlacementFields } from '../../graphql/fragments/tier.ts';

export const ReportDocument = /* GraphQL */ `
  ${OfficerFields}
  ${TierPlacementFields}
  query Report($id: ReportId!, $at: AtInput, $minPosition: Position) {
    report(id: $id, at: $at, minPosition: $minPosition) {
      reportId country: countryCode countryName reportYear occurredOn occurredOnBasis section recordedAt correctedAt revision notUpToDateSince
      tier { ...TierPlacementFields }
      source { address fileName sha256 }
      amendments { field read saved }
      recommendations { reference ordinal text }
      publishedBy { ...OfficerFields }
      rewordings {
        rewordingId receivedAt section
        receivedBy { ...OfficerFields }
        source { address fileName sha256 }
        tier { ...TierPlacementFields }
        recommendations { reference ordinal text }
        review { decision reason by { ...OfficerFields } occurredOn }
      }
    }
    today: report(id: $id) { recordedAt }
  }`;

export interface ReportAnswer {
  readonly report: CountryReport | null;
  readonly today: { readonly recordedAt: string } | null;
}
