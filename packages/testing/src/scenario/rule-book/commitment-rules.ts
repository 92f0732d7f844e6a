import type { ForumCommitment } from '@demarche/contracts';
import { type Book, firstFault, type Judge, type Judges, type StandingCommitment } from './book.ts';

const adopt = (
  book: Book,
  { commitmentId, dueOn, countries, force, measurableTarget }: ForumCommitment,
  madeOn: string,
) => {
  book.commitments.set(commitmentId, { madeOn, dueOn, countries, delivery: 'none', ended: false });
  return firstFault(
    [force === 'concrete' && !measurableTarget, 'is concrete and has no target'],
    [dueOn !== null && dueOn < madeOn, 'is due before it was adopted'],
  );
};

const needEvidence = ['limited', 'substantial', 'complete'];

const review: Judge<'DeliveryReviewed'> = (book, { commitmentId, occurredOn, delivery, country, evidence }) => {
  const commitment = book.commitments.get(commitmentId);
  if (!commitment || commitment.ended) return 'reviews what is not open';
  commitment.delivery = delivery;
  const bound = country === null || commitment.countries.length === 0 || commitment.countries.includes(country);
  return firstFault(
    [occurredOn < commitment.madeOn, 'reviews what was not made yet'],
    [!bound, 'reviews a country that is not bound'],
    [needEvidence.includes(delivery) && evidence.length === 0, 'finds delivery without evidence'],
  );
};

const end = (book: Book, id: string, fault: (commitment: StandingCommitment) => string | undefined) => {
  const commitment = book.commitments.get(id);
  if (!commitment || commitment.ended) return 'ends what is not open';
  commitment.ended = true;
  return fault(commitment);
};

const isDue = ({ dueOn }: StandingCommitment, occurredOn: string): boolean => dueOn !== null && occurredOn > dueOn;

export const commitmentRules: Judges = {
  ForumInstrumentRecorded: (book, { commitments, occurredOn }) =>
    commitments.map((commitment) => adopt(book, commitment, occurredOn)).find((fault) => fault !== undefined),
  ForumCommitmentAdded: (book, { commitment, occurredOn }) => adopt(book, commitment, occurredOn),
  DeliveryReviewed: review,
  CommitmentFulfilled: (book, { commitmentId }) =>
    end(book, commitmentId, ({ delivery }) => firstFault([delivery !== 'complete', 'is fulfilled and not complete'])),
  CommitmentLapsed: (book, { commitmentId, occurredOn }) =>
    end(book, commitmentId, (commitment) =>
      firstFault(
        [!isDue(commitment, occurredOn), 'lapses before it is due'],
        [commitment.delivery === 'complete', 'lapses and is complete'],
      ),
    ),
  CommitmentWithdrawn: (book, { commitmentId }) => end(book, commitmentId, () => undefined),
};
