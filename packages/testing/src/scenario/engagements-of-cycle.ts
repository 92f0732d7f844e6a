import { type Day, dateOf } from './calendar.ts';
import type { CountryHistory, Cycle, Issued } from './country-history.ts';
import { followEngagement, logTwice } from './follow-engagement.ts';
import { dueAfter, followPromise } from './follow-promise.ts';
import { type EngagementWish, type HeldEngagement, holdEngagement } from './hold-engagement.ts';

/** The meetings in a report’s time, and what came of the promises made in them. */
export const engagementsOfCycle = (history: CountryHistory, cycle: Cycle): void => {
  const { random, density, profile, today } = history;
  const latest = profile.present
    ? Math.min(cycle.lastDay, today - profile.present.lastMeetingDaysAgo - 1)
    : cycle.lastDay;
  const length = latest - cycle.heldFrom;
  if (cycle.issued.length > 0 && length > 10) {
    const usual = (2.4 * density * length) / 365;
    const count = Math.floor(usual + random.integer(0, 99) / 100);
    for (let held = 0; held < count; held += 1) ordinary(history, cycle, random.integer(cycle.heldFrom + 5, latest));
  }
  lastMeeting(history, cycle);
};

const ordinary = (history: CountryHistory, cycle: Cycle, on: Day): void => {
  const { random } = history;
  const raised = random.some(cycle.issued, random.integer(1, Math.min(4, cycle.issued.length)));
  const promisesDue = random.chance(0.55) ? [random.chance(0.12) ? null : dueAfter(history, on)] : [];
  const settled = promisesDue.filter((due) => isSettled(history, due));
  const held = holdEngagement(history, {
    on,
    raised,
    promisesDue: settled,
    followUpsDue: random.chance(0.5) ? [on + random.integer(7, 30)] : [],
  });
  if (!held) return;
  for (const promise of held.promises) followPromise(history, promise, held.recordedAt);
  followEngagement(history, held, openFollowUps(history, held));
  if (random.chance(0.025)) logTwice(history, held);
};

/** A country of the demonstration has just the open promises that its present names; what else was promised is over. */
const isSettled = ({ profile, today }: CountryHistory, due: Day | null): boolean =>
  profile.present === undefined || (due !== null && due < today - 95);

const openFollowUps = ({ profile, random, today }: CountryHistory, { logged }: HeldEngagement): number =>
  profile.present === undefined && logged.data.occurredOn > dateOf(today - 60) && random.chance(0.5) ? 1 : 0;

/** The meeting that today’s page calls the last, with the promises and follow-ups that are open today. */
const lastMeeting = (history: CountryHistory, cycle: Cycle): void => {
  const { profile, random, today } = history;
  if (!profile.present || cycle.issued.length === 0) return;
  const { lastMeetingDaysAgo, openPromisesDueIn, openFollowUpsDueIn } = profile.present;
  const on = today - lastMeetingDaysAgo;
  if (on <= cycle.heldFrom || on > cycle.lastDay) return;
  const raised = concerned(cycle.issued, random.some(cycle.issued.slice(2), 2));
  const held = holdEngagement(history, wishFor({ on, raised, today }, openPromisesDueIn, openFollowUpsDueIn));
  if (held) followEngagement(history, held, openFollowUpsDueIn.length);
};

const concerned = (issued: readonly Issued[], others: readonly Issued[]): readonly Issued[] => [
  ...new Set([...issued.slice(0, 2), ...others]),
];

const wishFor = (
  { on, raised, today }: { readonly on: Day; readonly raised: readonly Issued[]; readonly today: Day },
  promises: readonly number[],
  followUps: readonly number[],
): EngagementWish => ({
  on,
  raised,
  promisesDue: promises.map((days) => Math.max(on, today + days)),
  followUpsDue: followUps.map((days) => Math.max(on, today + days)),
});
