import { z } from 'zod';
import { Evidence } from '../values/evidence.ts';
import {
  CommitmentId,
  CountryCode,
  EngagementId,
  InstrumentId,
  RecommendationReference,
} from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { IsoDate, IsoInstant } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import {
  commitmentForces,
  commitmentKinds,
  commitmentStates,
  deliveryStatuses,
  forums,
} from '../vocabularies/index.ts';
import { defineQuery } from './define-query.ts';
import { Paging, pageOf } from './paging.ts';

const DeliveryReview = z.object({
  occurredOn: IsoDate,
  country: CountryCode.nullable(),
  delivery: vocabulary(deliveryStatuses),
  rationale: z.string(),
  evidence: z.array(Evidence),
  reviewedBy: Officer,
});

/** A promise or a forum commitment with how far it was delivered. */
export const Commitment = z.object({
  commitmentId: CommitmentId,
  kind: vocabulary(commitmentKinds),
  /** Where it was made. */
  engagementId: EngagementId.nullable(),
  instrumentId: InstrumentId.nullable(),
  forum: vocabulary(forums).nullable(),
  documentSymbol: z.string().nullable(),
  paragraph: z.string().nullable(),
  wording: z.string(),
  force: vocabulary(commitmentForces).nullable(),
  measurableTarget: z.string().nullable(),
  madeOn: IsoDate,
  madeBy: z.string().nullable(),
  responsibleBody: z.string().nullable(),
  dueOn: IsoDate.nullable(),
  countries: z.array(CountryCode),
  recommendations: z.array(RecommendationReference),
  state: vocabulary(commitmentStates),
  /** Of the whole: the newest review that names no country. */
  delivery: vocabulary(deliveryStatuses).nullable(),
  overdue: z.boolean(),
  reviews: z.array(DeliveryReview),
  ended: z.object({ occurredOn: IsoDate, explanation: z.string(), by: Officer }).nullable(),
  recordedAt: IsoInstant,
  revision: z.number().int(),
  notUpToDateSince: IsoInstant.nullable(),
});
export type Commitment = z.infer<typeof Commitment>;

export const CommitmentsById = defineQuery({
  name: 'commitments-by-id',
  doc: 'The commitments named, in the order of the question; null where nothing was held.',
  arguments: z.strictObject({ ids: z.array(CommitmentId).max(500) }),
  result: z.array(Commitment.nullable()),
});

export const Commitments = defineQuery({
  name: 'commitments',
  doc: 'Promises and forum commitments, those due first before the rest.',
  arguments: z.strictObject({
    filter: z
      .strictObject({
        countries: z.array(CountryCode).max(300).optional(),
        kinds: z.array(vocabulary(commitmentKinds)).optional(),
        forums: z.array(vocabulary(forums)).optional(),
        forces: z.array(vocabulary(commitmentForces)).optional(),
        states: z.array(vocabulary(commitmentStates)).optional(),
        instruments: z.array(InstrumentId).max(200).optional(),
        overdue: z.boolean().optional(),
        /** Open and due within this many days, overdue ones left out. */
        dueWithinDays: z.number().int().min(0).max(3650).optional(),
      })
      .prefault({}),
    ...Paging,
  }),
  result: pageOf(Commitment),
});

export const Instrument = z.object({
  instrumentId: InstrumentId,
  forum: vocabulary(forums),
  session: z.string().nullable(),
  documentSymbol: z.string(),
  title: z.string(),
  adoptedOn: IsoDate,
  sourceAddress: z.string().nullable(),
  commitments: z.array(Commitment),
  recordedBy: Officer,
  recordedAt: IsoInstant,
  correctedAt: IsoInstant.nullable(),
  revision: z.number().int(),
  notUpToDateSince: IsoInstant.nullable(),
});
export type Instrument = z.infer<typeof Instrument>;

export const InstrumentsById = defineQuery({
  name: 'instruments-by-id',
  doc: 'The forum texts named, in the order of the question; null where nothing was held.',
  arguments: z.strictObject({ ids: z.array(InstrumentId).max(200) }),
  result: z.array(Instrument.nullable()),
});

export const Instruments = defineQuery({
  name: 'instruments',
  doc: 'Forum texts, newest first.',
  arguments: z.strictObject({
    filter: z
      .strictObject({ forums: z.array(vocabulary(forums)).optional(), text: z.string().max(200).optional() })
      .prefault({}),
    ...Paging,
  }),
  result: pageOf(Instrument),
});
