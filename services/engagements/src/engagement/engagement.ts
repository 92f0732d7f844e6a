import {
  type CommitmentId,
  type CountryCode,
  EngagementContent,
  type EngagementCorrected,
  type EngagementId,
  type EngagementLogged,
  type EngagementWithdrawn,
  type FollowUpAssigned,
  type FollowUpCompleted,
  type FollowUpId,
  type IsoDate,
  type PromiseMade,
  type RecommendationRaised,
  type RecommendationReference,
  type StreamName,
  streamName,
} from '@demarche/contracts';
import type { z } from 'zod';

export type EngagementEvent =
  | EngagementLogged
  | EngagementCorrected
  | EngagementWithdrawn
  | RecommendationRaised
  | PromiseMade
  | FollowUpAssigned
  | FollowUpCompleted;

export type Engagement =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'logged' } & EngagementRecord)
  | { readonly status: 'withdrawn'; readonly engagementId: EngagementId; readonly on: IsoDate };

export interface EngagementRecord {
  readonly engagementId: EngagementId;
  readonly content: EngagementContent;
  readonly raised: readonly RecommendationReference[];
  readonly promises: readonly PromiseEntry[];
  readonly followUps: readonly FollowUpEntry[];
}

interface PromiseEntry {
  readonly promiseId: CommitmentId;
  readonly country: CountryCode;
  readonly dueOn: IsoDate | null;
}

type FollowUpEntry =
  | { readonly followUpId: FollowUpId; readonly status: 'open' }
  | { readonly followUpId: FollowUpId; readonly status: 'done'; readonly on: IsoDate };

/** What is recorded of an engagement itself; a correction replaces it whole. */
export type EngagementContent = z.output<z.ZodObject<typeof EngagementContent>>;

const CONTENT_FIELDS = Object.keys(EngagementContent) as readonly (keyof EngagementContent)[];

/** The content alone, out of a command or an event that carries more. Both were parsed when they came in. */
export const contentOf = (carrier: EngagementContent): EngagementContent =>
  Object.fromEntries(CONTENT_FIELDS.map((field) => [field, carrier[field]])) as EngagementContent;

export const unknownEngagement: Engagement = { status: 'unknown' };

export const engagementStream = (engagementId: EngagementId): StreamName => streamName('engagement', engagementId);

/** An engagement on which nothing hangs yet. */
export const newRecord = ({ data }: EngagementLogged): EngagementRecord => ({
  engagementId: data.engagementId,
  content: contentOf(data),
  raised: [],
  promises: [],
  followUps: [],
});

export const evolveEngagement = (state: Engagement, event: EngagementEvent): Engagement => {
  if (event.type === 'EngagementLogged') return { status: 'logged', ...newRecord(event) };
  return state.status === 'logged' ? changed(state, event) : state;
};

const changed = (
  record: Engagement & { status: 'logged' },
  event: Exclude<EngagementEvent, EngagementLogged>,
): Engagement => {
  switch (event.type) {
    case 'EngagementCorrected':
      return { ...record, content: contentOf(event.data) };
    case 'EngagementWithdrawn':
      return { status: 'withdrawn', engagementId: record.engagementId, on: event.data.occurredOn };
    case 'RecommendationRaised':
      return { ...record, raised: [...record.raised, event.data.reference] };
    case 'PromiseMade':
      return { ...record, promises: [...record.promises, promiseOf(event)] };
    case 'FollowUpAssigned':
      return { ...record, followUps: [...record.followUps, { followUpId: event.data.followUpId, status: 'open' }] };
    case 'FollowUpCompleted':
      return { ...record, followUps: record.followUps.map((entry) => done(entry, event)) };
  }
};

const promiseOf = ({ data: { promiseId, country, dueOn } }: PromiseMade): PromiseEntry => ({
  promiseId,
  country,
  dueOn,
});

const done = (entry: FollowUpEntry, { data }: FollowUpCompleted): FollowUpEntry =>
  entry.followUpId === data.followUpId ? { followUpId: entry.followUpId, status: 'done', on: data.occurredOn } : entry;
