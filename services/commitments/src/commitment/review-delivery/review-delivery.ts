import type { Command, DeliveryReviewed, DeliveryStatus, RejectionOf, ReviewDelivery } from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { Commitment, CommitmentRecord } from '../commitment.ts';
import { open, refuseDate } from '../open-commitment.ts';

export type ReviewDeliveryCommand = Command<'review-delivery', ReviewDelivery>;
type Refusal = Rejected<RejectionOf<typeof ReviewDelivery>>;

/** A review judges delivery. It moves no assessment of a recommendation (22 U.S.C. 7107(b)(1)). */
export const reviewDelivery = (
  command: ReviewDeliveryCommand,
  state: Commitment,
): Decision<DeliveryReviewed, Refusal['code']> => {
  const record = open(state);
  if (isRejected(record)) return record;
  return (
    refuseDate(record, command.occurredOn, command.today) ??
    refuseCountry(command, record) ??
    refuseUnproven(command) ??
    accept(reviewed(command, record))
  );
};

const refuseCountry = ({ country }: ReviewDeliveryCommand, record: CommitmentRecord): Refusal | undefined =>
  country === null || record.countries.length === 0 || record.countries.includes(country)
    ? undefined
    : reject(
        'country-not-bound',
        `${record.commitmentId} binds ${record.countries.join(', ')}, and not ${country}. Review a country that it binds, or the commitment as a whole.`,
      );

const needsEvidence: readonly DeliveryStatus[] = ['limited', 'substantial', 'complete'];

const refuseUnproven = ({ delivery, evidence }: ReviewDeliveryCommand): Refusal | undefined =>
  needsEvidence.includes(delivery) && evidence.length === 0
    ? reject(
        'delivery-needs-evidence',
        'Delivery is found on evidence. Add at least one piece, or choose “no evidence available” or “not started”.',
      )
    : undefined;

const reviewed = (command: ReviewDeliveryCommand, record: CommitmentRecord): DeliveryReviewed => ({
  type: 'DeliveryReviewed',
  data: {
    commitmentId: record.commitmentId,
    kind: record.kind,
    countries: [...record.countries],
    occurredOn: command.occurredOn,
    country: command.country,
    delivery: command.delivery,
    rationale: command.rationale,
    evidence: command.evidence,
    reviewedBy: command.officer,
  },
});
