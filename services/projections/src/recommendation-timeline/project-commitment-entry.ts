import type { CommitmentFulfilled, CommitmentLapsed, CommitmentWithdrawn, DeliveryReviewed } from '@demarche/contracts';
import type { ProjectedEvent, ViewWriter } from '../engine/projector.ts';
import { recommendationsOfRoot, writeEntry } from './timeline-entries.ts';

type Followed = DeliveryReviewed | CommitmentFulfilled | CommitmentLapsed | CommitmentWithdrawn;

const countriesOf = (event: Followed): readonly string[] =>
  event.type === 'DeliveryReviewed' && event.data.country !== null ? [event.data.country] : event.data.countries;

/** What became of a commitment stands where the commitment stands: with its countries, and with its recommendations. */
export const projectCommitmentEntry = (writer: ViewWriter, event: Followed, recorded: ProjectedEvent): void => {
  const { commitmentId, occurredOn } = event.data;
  const entry = {
    entry: recorded.eventId,
    root: commitmentId,
    kind: event.type === 'DeliveryReviewed' ? 'delivery-review' : 'commitment-ended',
    occurredOn,
    subjects: [...countriesOf(event), ...recommendationsOfRoot(writer, commitmentId)],
  } as const;
  writeEntry(writer, entry, recorded.position, recorded);
};
