import type { Commitment } from '../../graphql/answers.ts';
import { CommitmentFields } from '../../graphql/fragments/commitment.ts';

export const CommitmentDocument = /* GraphQL */ `
  ${CommitmentFields}
  query Commitment($id: CommitmentId!, $at: AtInput, $minPosition: Position) {
    commitment(id: $id, at: $at, minPosition: $minPosition) { ...CommitmentFields }
    today: commitment(id: $id) { recordedAt }
  }`;

export interface CommitmentAnswer {
  readonly commitment: Commitment | null;
  readonly today: { readonly recordedAt: string } | null;
}
