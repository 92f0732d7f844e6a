import { closeRecommendation } from './assess-recommendation.ts';
import { DAY_MS, type Day, releaseDay } from './calendar.ts';
import type { CountryHistory, Cycle, Request } from './country-history.ts';
import type { PresentState } from './country-profile.ts';
import { engagementsOfCycle } from './engagements-of-cycle.ts';
import { followRecommendation } from './follow-recommendation.ts';
import { type Publication, publishReport } from './publish-report.ts';
import { receiveRewording } from './receive-rewording.ts';
import { requestsOfYear } from './requests-of-year.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface YearOfCountry {
  readonly reportYear: number;
  readonly newestYear: number;
  /** Place of the year in the course of tiers. */
  readonly index: number;
  /** Nothing was recorded before; older reports are brought in on that day, and nothing else of their time. */
  readonly heldSince: Day;
}

/** One country from one report to the next. Answers what was asked, for the next report to take up. */
export const cycleOfCountry = (
  history: CountryHistory,
  before: readonly Request[],
  year: YearOfCountry,
): readonly Request[] => {
  const tier = history.profile.tiers[year.index] ?? 'tier-2';
  const requests = tier === 'special-case' ? [] : requestsOfYear(history, before, year);
  const published = publishReport(history, requests, year);
  if (releaseDay(year.reportYear) >= year.heldSince) {
    closeDropped(history, before, requests, published.recordedAt);
    const cycle = cycleFrom(history, published, year);
    for (const item of cycle.issued) followRecommendation(history, cycle, item, tier);
    engagementsOfCycle(history, cycle);
    receiveRewording(history, published, cycle.newest);
  }
  for (const item of published.issued) item.request.issued = item;
  return requests;
};

const cycleFrom = (
  { profile, random, today }: CountryHistory,
  { recordedAt, issued }: Publication,
  { reportYear, newestYear }: YearOfCountry,
): Cycle => {
  const newest = reportYear === newestYear;
  return {
    reportYear,
    heldFrom: Math.floor(recordedAt / DAY_MS),
    recordedAt,
    lastDay: newest ? today : Math.min(releaseDay(reportYear + 1) - 1, today),
    newest,
    issued,
    demanded: newest && profile.present ? demandedBy(profile.present, random) : [],
  };
};

const demandedBy = ({ statuses, headed = [] }: PresentState, random: SeededRandom): Cycle['demanded'] => [
  ...statuses.slice(0, headed.length),
  ...random.shuffled(statuses.slice(headed.length)),
];

/** What this year no longer asks is closed at times, and otherwise left as superseded. */
const closeDropped = (
  history: CountryHistory,
  before: readonly Request[],
  now: readonly Request[],
  at: number,
): void => {
  for (const { issued, topic } of before.filter((request) => !now.includes(request))) {
    if (!issued || issued.closed || issued.lastAt > at || !history.random.chance(0.35)) continue;
    issued.lastAt = Math.max(issued.lastAt, at);
    const overtaken = history.random.chance(0.6);
    closeRecommendation(history, issued, {
      reason: overtaken ? 'closed_overtaken' : 'closed_not_implemented',
      explanation: overtaken
        ? `Events have overtaken the request on ${topic.short}.`
        : `The request on ${topic.short} was not met, and the new report no longer makes it.`,
      afterDays: history.random.integer(3, 20),
    });
  }
};
