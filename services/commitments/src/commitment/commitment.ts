import {
  type CommitmentFulfilled,
  type CommitmentId,
  type CommitmentKind,
  type CommitmentLapsed,
  type CommitmentWithdrawn,
  type CountryCode,
  type DeliveryReviewed,
  type DeliveryStatus,
  type EngagementCorrected,
  type EngagementLogged,
  type EngagementWithdrawn,
  type FollowUpAssigned,
  type FollowUpCompleted,
  type ForumCommitment,
  type ForumCommitmentAdded,
  type ForumInstrumentCorrected,
  type ForumInstrumentRecorded,
  type IsoDate,
  originOfCommitment,
  type PromiseMade,
  type RecommendationRaised,
  type StreamName,
  streamName,
} from '@demarche/contracts';

/** What happens to a promise or a forum commitment after it was made; the events of its own stream. */
export type CommitmentEvent = DeliveryReviewed | CommitmentFulfilled | CommitmentLapsed | CommitmentWithdrawn;

/** What its engagement or its forum's text says of it; a commitment is born there and has no birth event of its own. */
export type OriginEvent =
  | PromiseMade
  | EngagementCorrected
  | EngagementWithdrawn
  | ForumInstrumentRecorded
  | ForumCommitmentAdded
  | ForumInstrumentCorrected
  | BesideIt;

/** What else happens at an engagement. It stands in the same stream, and changes nothing of a promise. */
type BesideIt = EngagementLogged | RecommendationRaised | FollowUpAssigned | FollowUpCompleted;

export type Commitment =
  | { readonly status: 'unknown' }
  /** The engagement in which it was recorded was withdrawn, and it went with it. */
  | { readonly status: 'gone'; readonly commitmentId: CommitmentId; readonly on: IsoDate }
  | ({ readonly status: 'open' } & CommitmentRecord)
  | ({ readonly status: 'fulfilled' | 'lapsed' | 'withdrawn'; readonly endedOn: IsoDate } & CommitmentRecord);

export interface CommitmentRecord {
  readonly commitmentId: CommitmentId;
  readonly kind: CommitmentKind;
  /** The countries bound; none means all participants of the forum. */
  readonly countries: readonly CountryCode[];
  readonly madeOn: IsoDate;
  readonly dueOn: IsoDate | null;
  /** In the order in which they were recorded. */
  readonly reviews: readonly Review[];
}

export interface Review {
  readonly occurredOn: IsoDate;
  /** The country judged; none means the commitment as a whole. */
  readonly country: CountryCode | null;
  readonly delivery: DeliveryStatus;
}

export const unknownCommitment: Commitment = { status: 'unknown' };

export const commitmentStream = (commitmentId: CommitmentId): StreamName => streamName('commitment', commitmentId);

/** The stream in which it was born. */
export const originOf = (commitmentId: CommitmentId): StreamName => {
  const origin = originOfCommitment(commitmentId);
  return origin.kind === 'promise'
    ? streamName('engagement', origin.engagementId)
    : streamName('instrument', origin.instrumentId);
};

/** Folds the history of one commitment: first the stream in which it was born, then its own. */
export const evolveCommitment =
  (commitmentId: CommitmentId) =>
  (state: Commitment, event: CommitmentEvent | OriginEvent): Commitment => {
    switch (event.type) {
      case 'PromiseMade':
        return event.data.promiseId === commitmentId ? promised(event) : state;
      case 'ForumInstrumentRecorded':
        return adopted(commitmentId, event.data.commitments, event.data.occurredOn) ?? state;
      case 'ForumCommitmentAdded':
        return adopted(commitmentId, [event.data.commitment], event.data.occurredOn) ?? state;
      case 'EngagementCorrected':
      case 'EngagementWithdrawn':
      case 'ForumInstrumentCorrected':
      case 'DeliveryReviewed':
      case 'CommitmentFulfilled':
      case 'CommitmentLapsed':
      case 'CommitmentWithdrawn':
        return state.status === 'open' ? changed(state, event) : state;
      case 'EngagementLogged':
      case 'RecommendationRaised':
      case 'FollowUpAssigned':
      case 'FollowUpCompleted':
        return state;
    }
  };

const promised = ({ data }: PromiseMade): Commitment => ({
  status: 'open',
  commitmentId: data.promiseId,
  kind: 'promise',
  countries: [data.country],
  madeOn: data.occurredOn,
  dueOn: data.dueOn,
  reviews: [],
});

const adopted = (
  commitmentId: CommitmentId,
  commitments: readonly ForumCommitment[],
  adoptedOn: IsoDate,
): Commitment | undefined => {
  const commitment = commitments.find((candidate) => candidate.commitmentId === commitmentId);
  return (
    commitment && {
      status: 'open',
      commitmentId,
      kind: 'forum_commitment',
      countries: commitment.countries,
      madeOn: adoptedOn,
      dueOn: commitment.dueOn,
      reviews: [],
    }
  );
};

type Birth = PromiseMade | ForumInstrumentRecorded | ForumCommitmentAdded;

type Change = Exclude<CommitmentEvent | OriginEvent, Birth | BesideIt>;

const changed = (record: Commitment & { status: 'open' }, event: Change): Commitment => {
  const { occurredOn } = event.data;
  switch (event.type) {
    case 'EngagementCorrected':
    case 'ForumInstrumentCorrected':
      return { ...record, madeOn: occurredOn };
    case 'EngagementWithdrawn':
      return { status: 'gone', commitmentId: record.commitmentId, on: occurredOn };
    case 'DeliveryReviewed':
      return { ...record, reviews: [...record.reviews, reviewOf(event)] };
    case 'CommitmentFulfilled':
      return { ...record, status: 'fulfilled', endedOn: occurredOn };
    case 'CommitmentLapsed':
      return { ...record, status: 'lapsed', endedOn: occurredOn };
    case 'CommitmentWithdrawn':
      return { ...record, status: 'withdrawn', endedOn: occurredOn };
  }
};

const reviewOf = ({ data: { occurredOn, country, delivery } }: DeliveryReviewed): Review => ({
  occurredOn,
  country,
  delivery,
});
