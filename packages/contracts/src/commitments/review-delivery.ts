import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { Evidence } from '../values/evidence.ts';
import { CommitmentId, CountryCode } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { commitmentKinds, deliveryStatuses } from '../vocabularies/index.ts';

export const ReviewDelivery = defineCommand({
  name: 'review-delivery',
  service: 'commitments',
  path: '/commitments/:commitmentId/delivery-reviews',
  doc: 'Judges how far a promise or a forum commitment has been delivered, by one country bound or as a whole.',
  input: z.strictObject({
    commitmentId: CommitmentId,
    occurredOn: IsoDate,
    /** The country judged; none means the commitment as a whole. */
    country: CountryCode.nullable().default(null),
    delivery: vocabulary(deliveryStatuses),
    rationale: Paragraph,
    evidence: z.array(Evidence).max(20).default([]),
  }),
  rejections: {
    'commitment-unknown': 'No such promise or commitment is on record',
    'commitment-ended': 'It has been fulfilled, has lapsed or was withdrawn',
    'occurred-in-the-future': 'The day given lies in the future',
    'occurred-before-commitment': 'The day given lies before the commitment was made',
    'country-not-bound': 'The commitment does not bind this country',
    'delivery-needs-evidence': 'Delivery cannot be found without evidence',
  },
});
export type ReviewDelivery = InputOf<typeof ReviewDelivery>;

/** What every event of a commitment's life carries. */
export const CommitmentEventData = {
  commitmentId: CommitmentId,
  kind: vocabulary(commitmentKinds),
  /** The countries bound. */
  countries: z.array(CountryCode),
  occurredOn: IsoDate,
};

export const DeliveryReviewed = defineEvent({
  type: 'DeliveryReviewed',
  version: 1,
  owner: 'commitments',
  stream: 'commitment',
  doc: 'Somebody judged how far a promise or a forum commitment has been delivered. It moves no assessment.',
  data: z.object({
    ...CommitmentEventData,
    country: CountryCode.nullable(),
    delivery: vocabulary(deliveryStatuses),
    rationale: Paragraph,
    evidence: z.array(Evidence),
    reviewedBy: Officer,
  }),
  countries: (data) => data.countries,
});
export type DeliveryReviewed = EventOf<typeof DeliveryReviewed>;
