import type {
  CommitmentFulfilled,
  CommitmentId,
  CommitmentLapsed,
  CommitmentWithdrawn,
  DeliveryReviewed,
  Evidence,
  ForumCommitment,
  ForumCommitmentAdded,
  ForumInstrumentCorrected,
  ForumInstrumentRecorded,
  InstrumentId,
  PromiseMade,
} from '@demarche/contracts';
import { kaldara, norvia, omar, promise1, promiseMade } from '@demarche/testing';
import type { InstrumentContent } from '../instrument/instrument.ts';

export const resolution = 'UNGA-A-RES-99-1' as InstrumentId;
export const paragraph4 = 'UNGA-A-RES-99-1-C01' as CommitmentId;
export const paragraph5 = 'UNGA-A-RES-99-1-C02' as CommitmentId;

export const gazette: Evidence = {
  kind: 'official_gazette',
  reference: 'Gazette 112',
  address: null,
  publishedOn: '2026-10-14',
};

/** Kaldara promised on 9 September to table a bill by the end of October. */
export const promised = (changes: Partial<PromiseMade['data']> = {}): PromiseMade =>
  promiseMade({ wording: 'The bill will be tabled.', dueOn: '2026-10-31', recordedBy: omar, ...changes });

export { followUpAssigned, meetingWithdrawn } from '@demarche/testing';

export const content: InstrumentContent = {
  session: 'Ninety-ninth session',
  title: 'Fair recruitment',
  occurredOn: '2026-09-20',
  sourceAddress: null,
};

export const collectData: ForumCommitment = {
  commitmentId: paragraph4,
  ordinal: 1,
  paragraph: 'operative paragraph 4',
  wording: 'Publish data on recruitment fees every year.',
  force: 'concrete',
  measurableTarget: 'One publication a year.',
  dueOn: '2026-10-31',
  countries: [kaldara, norvia],
  recommendations: [],
};

export const adopted = (changes: Partial<ForumInstrumentRecorded['data']> = {}): ForumInstrumentRecorded => ({
  type: 'ForumInstrumentRecorded',
  data: {
    instrumentId: resolution,
    forum: 'UNGA',
    documentSymbol: 'A/RES/99/1',
    ...content,
    commitments: [collectData],
    recordedBy: omar,
    ...changes,
  },
});

export const added = (changes: Partial<ForumCommitment> = {}): ForumCommitmentAdded => ({
  type: 'ForumCommitmentAdded',
  data: {
    instrumentId: resolution,
    occurredOn: '2026-09-20',
    commitment: {
      commitmentId: paragraph5,
      ordinal: 2,
      paragraph: 'operative paragraph 5',
      wording: 'Encourages all participants to cooperate.',
      force: 'hortatory',
      measurableTarget: null,
      dueOn: null,
      countries: [],
      recommendations: [],
      ...changes,
    },
    recordedBy: omar,
  },
});

export const instrumentCorrected = (changes: Partial<InstrumentContent> = {}): ForumInstrumentCorrected => ({
  type: 'ForumInstrumentCorrected',
  data: { instrumentId: resolution, ...content, ...changes, reason: 'It was wrong.', correctedBy: omar },
});

/** A review of the promise; a change of `commitmentId`, `kind` and `countries` makes it one of the resolution. */
export const reviewed = (changes: Partial<DeliveryReviewed['data']> = {}): DeliveryReviewed => ({
  type: 'DeliveryReviewed',
  data: {
    ...ofPromise,
    occurredOn: '2026-10-20',
    country: null,
    delivery: 'complete',
    rationale: 'The bill was tabled.',
    evidence: [gazette],
    reviewedBy: omar,
    ...changes,
  },
});

const ofPromise = { commitmentId: promise1, kind: 'promise', countries: [kaldara] } satisfies Partial<
  DeliveryReviewed['data']
>;
export const ofParagraph4 = {
  commitmentId: paragraph4,
  kind: 'forum_commitment',
  countries: [kaldara, norvia],
} satisfies Partial<DeliveryReviewed['data']>;

const ending = { ...ofPromise, occurredOn: '2026-11-02', explanation: 'As the record shows.' };

export const fulfilled = (changes: Partial<CommitmentFulfilled['data']> = {}): CommitmentFulfilled => ({
  type: 'CommitmentFulfilled',
  data: { ...ending, confirmedBy: omar, ...changes },
});

export const lapsed = (changes: Partial<CommitmentLapsed['data']> = {}): CommitmentLapsed => ({
  type: 'CommitmentLapsed',
  data: { ...ending, recordedBy: omar, ...changes },
});

export const withdrawn = (changes: Partial<CommitmentWithdrawn['data']> = {}): CommitmentWithdrawn => ({
  type: 'CommitmentWithdrawn',
  data: { ...ending, withdrawnBy: omar, ...changes },
});
