import {
  type GovernmentResponse,
  type GovernmentResponseRecorded,
  type Officer,
  type RecordableEvent,
  streamName,
  type Tier,
} from '@demarche/contracts';
import { DAY_MS, type Day, dateOf } from './calendar.ts';
import { type CountryHistory, type Cycle, entryIdOf, type Issued } from './country-history.ts';
import { duringOffice, laterBy } from './office-hours.ts';

const answers: Record<Tier, readonly Exclude<GovernmentResponse, 'none_yet'>[]> = {
  'tier-1': ['supported', 'supported', 'supported', 'supported_in_part'],
  'tier-2': ['supported', 'supported', 'supported_in_part', 'under_consideration'],
  'tier-2-watch-list': ['supported', 'supported_in_part', 'under_consideration', 'noted'],
  'tier-3': ['noted', 'noted', 'under_consideration', 'rejected'],
  'special-case': ['noted'],
};

/** What the office says of a recommendation, and the government’s answer to it, until a day. */
export const answerRecommendation = (
  history: CountryHistory,
  cycle: Cycle,
  item: Issued,
  { until, outstanding }: { readonly until: Day; readonly outstanding: boolean },
): void => {
  const { random, density } = history;
  const { tagged, answered, paced } = likelihoods(cycle, density);
  if (random.chance(tagged)) tag(history, item, laterBy(random, cycle.recordedAt, random.integer(1, 3)));
  const from = Math.max(cycle.heldFrom + 6, Math.floor(item.lastAt / DAY_MS) + 1);
  if (from > until || !random.chance(answered)) return;
  respond(history, item, random.integer(from, Math.min(until, from + 110)));
  if (outstanding && random.chance(paced)) notePace(history, item, until);
};

/** Much is said of this year’s recommendations, and little was of older ones. */
const likelihoods = ({ newest }: Cycle, density: number) =>
  newest
    ? { tagged: 1, answered: 0.6, paced: 1 }
    : { tagged: 0.12, answered: Math.min(0.9, 0.22 * density), paced: 0.15 * density };

const record = (
  history: CountryHistory,
  item: Issued,
  at: number,
  [officer, event]: readonly [Officer, RecordableEvent],
): boolean => {
  const taken = history.ledger.enter({
    at,
    stream: streamName('recommendation', item.reference),
    officer,
    events: [event],
  });
  if (taken) item.lastAt = at;
  return taken;
};

const tag = (history: CountryHistory, item: Issued, at: number): void => {
  const taggedBy = history.leads[0];
  const { pillar, standards } = item.request.topic;
  record(history, item, at, [
    taggedBy,
    {
      type: 'RecommendationTagged',
      data: {
        reference: item.reference,
        country: history.profile.code,
        occurredOn: dateOf(Math.floor(at / DAY_MS)),
        pillars: [pillar],
        standards: [...standards],
        taggedBy,
      },
    },
  ]);
};

const respond = (history: CountryHistory, item: Issued, on: Day): void => {
  const { random, profile } = history;
  const at = Math.max(duringOffice(random, on + random.integer(0, 4)), item.lastAt + 60_000);
  const event = response(history, item, on);
  if (!record(history, item, at, [profile.officer, event])) return;
  item.responses += 1;
  if (!random.chance(0.04)) return;
  const withdrawnAt = laterBy(random, at, random.integer(1, 5));
  record(history, item, withdrawnAt, [
    profile.officer,
    {
      type: 'EntryWithdrawn',
      data: {
        reference: item.reference,
        country: profile.code,
        entryId: event.data.responseId,
        occurredOn: dateOf(Math.floor(withdrawnAt / DAY_MS)),
        reason: 'The answer had been given to another recommendation.',
        withdrawnBy: profile.officer,
      },
    },
  ]);
};

const response = ({ random, profile }: CountryHistory, item: Issued, on: Day): GovernmentResponseRecorded => {
  const { topic } = item.request;
  return {
    type: 'GovernmentResponseRecorded',
    data: {
      reference: item.reference,
      country: profile.code,
      responseId: entryIdOf(item.reference, 'R', item.responses + 1),
      occurredOn: dateOf(on),
      response: random.pick(answers[profile.tiers.at(-1) ?? 'tier-2']),
      comment: random.chance(0.7) ? `The ${topic.body} answered by note on ${topic.short}.` : null,
      respondent: topic.body,
      recordedBy: profile.officer,
    },
  };
};

const notePace = (history: CountryHistory, item: Issued, until: Day): void => {
  const { random, profile } = history;
  const on = Math.floor(item.lastAt / DAY_MS) + random.integer(1, 30);
  if (on > until) return;
  record(history, item, duringOffice(random, on), [
    profile.officer,
    {
      type: 'PaceNoted',
      data: {
        reference: item.reference,
        country: profile.code,
        occurredOn: dateOf(on),
        pace: random.pick(['on_track', 'at_risk', 'delayed']),
        waitingOn: random.pick(['host_government', 'host_government', 'us_government', 'international_org']),
        note: random.chance(0.4) ? `The ${item.request.topic.body} asked for more time.` : null,
        notedBy: profile.officer,
      },
    },
  ]);
};
