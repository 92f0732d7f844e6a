import { EvidenceFields } from './evidence.ts';
import { OfficerFields } from './officer.ts';

export const CommitmentFields = /* GraphQL */ `
  ${EvidenceFields}
  ${OfficerFields}
  fragment CommitmentFields on Commitment {
    commitmentId kind engagementId instrumentId forum documentSymbol paragraph wording force measurableTarget madeOn madeBy
    responsibleBody dueOn countries: countryCodes recommendations: recommendationReferences state delivery overdue recordedAt revision
    notUpToDateSince
    reviews { occurredOn country delivery rationale evidence { ...EvidenceFields } reviewedBy { ...OfficerFields } }
    ended { occurredOn explanation by { ...OfficerFields } }
  }`;

/** A promise or commitment as a line of a list. */
export const CommitmentRowFields = /* GraphQL */ `
  fragment CommitmentRowFields on Commitment {
    commitmentId kind engagementId instrumentId forum documentSymbol paragraph wording force measurableTarget madeOn madeBy
    responsibleBody dueOn countries: countryCodes recommendations: recommendationReferences state delivery overdue
    notUpToDateSince reviews { delivery }
  }`;
