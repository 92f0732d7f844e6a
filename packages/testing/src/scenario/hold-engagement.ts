import {
  type CommitmentId,
  type EngagementId,
  type EngagementLogged,
  type FollowUpAssigned,
  type FollowUpId,
  type Participant,
  type PromiseMade,
  promiseIdOf,
  type RecommendationRaised,
  streamName,
} from '@demarche/contracts';
import { type Day, dateOf } from './calendar.ts';
import type { CountryHistory, Issued } from './country-history.ts';
import { duringOffice } from './office-hours.ts';
import { summaryOf } from './summaries.ts';

export interface EngagementWish {
  readonly on: Day;
  readonly raised: readonly Issued[];
  /** One for each promise: the day it is due, or none. */
  readonly promisesDue: readonly (Day | null)[];
  readonly followUpsDue: readonly (Day | null)[];
}

export interface HeldEngagement {
  readonly logged: EngagementLogged;
  readonly recordedAt: number;
  readonly promises: readonly PromiseMade[];
  readonly followUps: readonly FollowUpAssigned[];
}

/** A meeting, a démarche or a note with all that came of it: one append. */
export const holdEngagement = (history: CountryHistory, wish: EngagementWish): HeldEngagement | undefined => {
  const { random, profile, ledger, references, today } = history;
  const engagementId = references.engagement();
  const delay = random.chance(0.9) ? random.integer(0, 4) : random.integer(8, 30);
  const recordedAt = duringOffice(random, Math.min(wish.on + delay, today));
  const counterpart = random.pick(profile.officials);
  const logged = engagementLogged(history, engagementId, wish, counterpart);
  const raised = wish.raised.map((item) => raisedIn(history, logged, item));
  const promises = wish.promisesDue.map((due, index) => promiseMade(history, logged, { due, index, wish }));
  const followUps = wish.followUpsDue.map((due, index) => followUpAssigned(history, logged, { due, index, wish }));
  const taken = ledger.enter({
    at: recordedAt,
    stream: streamName('engagement', engagementId),
    officer: profile.officer,
    marking: logged.data.marking,
    events: [logged, ...raised, ...promises, ...followUps],
  });
  return taken ? { logged, recordedAt, promises, followUps } : undefined;
};

const forms = [
  { channel: 'meeting', deliveryForm: 'oral' },
  { channel: 'meeting', deliveryForm: 'oral' },
  { channel: 'meeting', deliveryForm: 'aide_memoire' },
  { channel: 'meeting', deliveryForm: 'demarche' },
  { channel: 'call', deliveryForm: 'oral' },
  { channel: 'correspondence', deliveryForm: 'diplomatic_note' },
  { channel: 'forum_margin', deliveryForm: 'non_paper' },
] as const;

const engagementLogged = (
  { random, profile }: CountryHistory,
  engagementId: EngagementId,
  { on, raised }: EngagementWish,
  counterpart: Participant,
): EngagementLogged => {
  const form = random.pick(forms);
  return {
    type: 'EngagementLogged',
    data: {
      engagementId,
      kind: 'bilateral',
      occurredOn: dateOf(on),
      countries: [profile.code],
      channel: form.channel,
      deliveryForm: form.deliveryForm,
      place: form.channel === 'meeting' ? profile.capital : null,
      post: `Embassy ${profile.capital}`,
      forum: null,
      ourParticipants: [{ name: profile.officer.name, title: 'Political officer', body: `Embassy ${profile.capital}` }],
      theirParticipants: random.chance(0.3) ? [counterpart, random.pick(profile.officials)] : [counterpart],
      pillars: [...new Set(raised.map(({ request }) => request.topic.pillar))],
      fbsObjective: random.pick(['1.1', '1.2', '2.1', '2.2', '3.1', '4.1', null]),
      summary: summaryOf(
        random,
        counterpart,
        raised.map(({ request }) => request.topic),
      ),
      recordReference: random.chance(0.4) ? `${profile.capital} ${random.integer(100, 2400)}` : null,
      marking: random.chance(0.12) ? 'SBU' : 'U',
      loggedBy: profile.officer,
    },
  };
};

const raisedIn = (
  { random, profile }: CountryHistory,
  { data }: EngagementLogged,
  item: Issued,
): RecommendationRaised => ({
  type: 'RecommendationRaised',
  data: {
    engagementId: data.engagementId,
    reference: item.reference,
    country: profile.code,
    occurredOn: data.occurredOn,
    deliveryForm: data.deliveryForm,
    reception: random.pick(['welcomed', 'welcomed', 'acknowledged', 'acknowledged', 'deferred', 'disputed', 'refused']),
    note: random.chance(0.5) ? `We asked where ${item.request.topic.short} stands.` : null,
    raisedBy: profile.officer,
  },
});

interface Place {
  readonly due: Day | null;
  readonly index: number;
  readonly wish: EngagementWish;
}

const promiseMade = (
  { profile }: CountryHistory,
  { data }: EngagementLogged,
  { due, index, wish }: Place,
): PromiseMade => {
  const item = wish.raised[index % wish.raised.length] as Issued;
  const [counterpart] = data.theirParticipants;
  return {
    type: 'PromiseMade',
    data: {
      engagementId: data.engagementId,
      promiseId: promiseIdOf(data.engagementId, index + 1) as CommitmentId,
      country: profile.code,
      occurredOn: data.occurredOn,
      wording: item.request.topic.promise,
      dueOn: due === null ? null : dateOf(due),
      responsibleBody: item.request.topic.body,
      madeBy: counterpart ? `${counterpart.name}, ${counterpart.title}` : null,
      recommendations: [item.reference],
      recordedBy: profile.officer,
    },
  };
};

const followUpAssigned = (
  { random, profile }: CountryHistory,
  { data }: EngagementLogged,
  { due, index, wish }: Place,
): FollowUpAssigned => {
  const item = wish.raised[index % wish.raised.length] as Issued;
  const what = random.pick([
    'Send examples from other countries on',
    'Ask for the figures on',
    'Arrange a visit about',
    'Send the model text on',
  ]);
  return {
    type: 'FollowUpAssigned',
    data: {
      engagementId: data.engagementId,
      followUpId: `${data.engagementId}-F${index + 1}` as FollowUpId,
      countries: data.countries,
      occurredOn: data.occurredOn,
      what: `${what} ${item.request.topic.short}.`,
      owner: profile.officer.name,
      dueOn: due === null ? null : dateOf(due),
      assignedBy: profile.officer,
    },
  };
};
