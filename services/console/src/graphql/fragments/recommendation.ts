import { OfficerFields } from './officer.ts';

const AssessmentFields = /* GraphQL */ `
  fragment AssessmentFields on RecommendationImplementationAssessment {
    assessmentId status reportingPeriod occurredOn rationale basisWithdrawn
    assessedBy { ...OfficerFields }
    signedOff { by { ...OfficerFields } occurredOn }
  }`;

/** A recommendation with its five status fields. */
export const RecommendationFields = /* GraphQL */ `
  ${OfficerFields}
  ${AssessmentFields}
  fragment RecommendationFields on Recommendation {
    reference reportId country: countryCode countryName reportYear ordinal outOf text issuedOn issuedOnBasis sourceAddress
    pillars standards recordState succeededBy: succeededByReference pace waitingOn askedYears revision recordedAt notUpToDateSince
    response { value responseId occurredOn comment respondent }
    implementation { status reportingPeriod assessment { ...AssessmentFields } lastPeriod { ...AssessmentFields } }
    closure { closureId reason occurredOn explanation closedBy { ...OfficerFields } }
    raised { times lastOn lastReception }
    promises { commitmentId wording dueOn state delivery overdue }
    actions { count lastOn lastDescription }
  }`;

/** A recommendation as a line of a list. */
export const RecommendationRowFields = /* GraphQL */ `
  fragment RecommendationRowFields on Recommendation {
    reference country: countryCode countryName reportYear ordinal text pillars recordState askedYears
    notUpToDateSince
    response { value occurredOn }
    implementation { status reportingPeriod lastPeriod { status } }
    raised { times lastOn }
  }`;
