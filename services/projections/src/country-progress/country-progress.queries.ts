import type { ArgumentsOf, CountriesByCode, CountryProgress } from '@demarche/contracts';
import { countryNames } from '../country-reports/country-report.queries.ts';
import { groupBy, inOrderOf } from '../facts/by-key.ts';
import { daysBetween } from '../facts/days.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { type CountryHeld, countriesHeld } from '../records/record.queries.ts';
import { attentionOf } from './attention.ts';
import { type OpenItem, openItems } from './due-items.queries.ts';
import { recommendationCounts } from './recommendation-counts.queries.ts';
import {
  type LastEngagement,
  lastEngagements,
  raisedUnanswered,
  rewordingsToReview,
} from './signs-of-neglect.queries.ts';
import { tierHistories, type Years } from './tier-history.queries.ts';

/** "Due soon" looks this many days ahead. */
export const DUE_SOON_DAYS = 30;

const isPromise = ({ kind }: OpenItem): boolean => kind !== 'follow_up';
const isOverdue = ({ overdue }: OpenItem): boolean => overdue;
const isDueSoon = ({ days }: OpenItem): boolean => days !== null && days >= 0 && days <= DUE_SOON_DAYS;

const countItems = (items: readonly OpenItem[]) => {
  const promises = items.filter(isPromise);
  const followUps = items.filter((item) => !isPromise(item));
  return {
    openPromises: promises.length,
    overduePromises: promises.filter(isOverdue).length,
    promisesDueIn30Days: promises.filter(isDueSoon).length,
    openFollowUps: followUps.length,
    overdueFollowUps: followUps.filter(isOverdue).length,
  };
};

/** What is due first, overdue things included; they come before all. */
const nextDueOf = (items: readonly OpenItem[]): CountryProgress['nextDue'] => {
  const next = items.find(({ dueOn }) => dueOn !== null);
  return next ? ({ ...next } as CountryProgress['nextDue']) : null;
};

const lastEngagementOf = (reader: ViewReader, last: LastEngagement | undefined): CountryProgress['lastEngagement'] =>
  last
    ? ({
        engagementId: last.engagementId,
        occurredOn: last.occurredOn,
        daysAgo: daysBetween(last.occurredOn, reader.point.validTime),
      } as CountryProgress['lastEngagement'])
    : null;

/** What is known of some countries, aspect by aspect: a constant number of statements. */
const loadAspects = (reader: ViewReader, countries: readonly string[], years: Years) => {
  const unanswered = groupBy(raisedUnanswered(reader, countries), ({ country }) => country);
  const rewordings = rewordingsToReview(reader, countries);
  return {
    nameOf: countryNames(reader, countries),
    historyOf: tierHistories(reader, countries, years),
    countsOf: recommendationCounts(reader, countries),
    itemsOf: openItems(reader, countries),
    lastOf: lastEngagements(reader, countries),
    unansweredOf: (country: string) => unanswered.get(country) ?? [],
    rewordingsOf: (country: string) => rewordings.get(country),
  };
};

type Aspects = ReturnType<typeof loadAspects>;

const progressOf = (reader: ViewReader, aspects: Aspects, { country, heldSince }: CountryHeld): CountryProgress => {
  const name = aspects.nameOf(country);
  const tierHistory = [...aspects.historyOf(country)];
  const tier = tierHistory.at(-1) ?? null;
  const recommendations = aspects.countsOf(country);
  const items = aspects.itemsOf(country);
  const lastEngagement = lastEngagementOf(reader, aspects.lastOf(country));
  const rewordings = aspects.rewordingsOf(country);
  const notUpToDateSince = reader.notUpToDateSinceOf(country);
  const attention = attentionOf({
    name,
    overduePromises: items.filter((item) => isPromise(item) && isOverdue(item)),
    overdueFollowUps: items.filter((item) => !isPromise(item) && isOverdue(item)),
    engagedDaysAgo: lastEngagement && lastEngagement.daysAgo,
    hasOpenRecommendations: recommendations.open > 0,
    unanswered: aspects.unansweredOf(country),
    rewordings,
    notUpToDateSince,
  });
  return {
    country,
    name,
    tier,
    tierHistory,
    reportYear: tier && tier.reportYear,
    reportingPeriod: reader.period,
    recommendations,
    lastEngagement,
    ...countItems(items),
    nextDue: nextDueOf(items),
    attention,
    rewordingsToReview: rewordings?.count ?? 0,
    heldSince,
    notUpToDateSince,
  };
};

/**
 * The progress of some countries, or of all. Answers only those of which anything was held. With the newest year alone, the
 * history of a country's tiers is still to be added.
 */
export const loadProgress = (
  reader: ViewReader,
  codes: readonly string[] | null,
  years: Years,
): readonly CountryProgress[] => {
  const held = countriesHeld(reader, codes);
  const aspects = loadAspects(
    reader,
    held.map(({ country }) => country),
    years,
  );
  return held.map((country) => progressOf(reader, aspects, country));
};

export const countriesByCode = (
  reader: ViewReader,
  { codes }: ArgumentsOf<typeof CountriesByCode>,
): (CountryProgress | null)[] => {
  const found = loadProgress(reader, codes, 'all');
  return inOrderOf(codes, new Map(found.map((progress) => [progress.country, progress])));
};
