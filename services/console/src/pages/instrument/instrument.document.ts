import { CommitmentRowFields } from '../../graphql/fragments/commitment.ts';

export const InstrumentDocument = /* GraphQL */ `
  ${CommitmentRowFields}
  query Instrument($id: InstrumentId!, $at: AtInput, $minPosition: Position) {
    instrument(id: $id, at: $at, minPosition: $minPosition) {
      instrumentId forum session documentSymbol title adoptedOn sourceAddress recordedAt notUpToDateSince recordedBy { name }
      commitments(first: 200) { nodes { ...CommitmentRowFields } }
    }
    today: instrument(id: $id) { recordedAt }
  }`;
