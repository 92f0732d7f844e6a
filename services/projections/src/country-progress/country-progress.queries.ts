import type { ArgumentsOf, CountriesByCode, CountryProgress } from '@demarche/contracts';
import { countryNames } from '../country-reports/country-report.queries.ts';
import { groupBy, indexBy, inOrderOf } from '../facts/by-key.ts';
import { daysBetween } from '../facts/days.ts';
import { keptEach } from '../facts/kept.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { type CountryHeld, countriesHeld } from '../records/record.queries.ts';
import { attentionOf } from './attention.ts';
import { type OpenInCountry, type OpenItem, openItems } from './due-items.queries.ts';
import { recommendationCounts } from './recommendation-counts.queries.ts';
import {
  type LastEngagement,
  lastEngagements,
  raisedUnanswered,
  rewordingsToReview,
} from './signs-of-neglect.queries.ts';
import { tierHistories } from './tier-history.queries.ts';

const countItems = ({ promises, followUps }: OpenInCountry) => ({
  openPromises: promises.open,
  overduePromises: promises.overdue,
  promisesDueIn30Days: promises.dueSoon,
  openFollowUps: followUps.open,
  overdueFollowUps: followUps.overdue,
});

const byDueDay = (one: OpenItem, other: OpenItem): number =>
  `${one.dueOn} ${one.id}` < `${other.dueOn} ${other.id}` ? -1 : 1;

/** What is due first, overdue things included; they come before all. */
const nextDueOf = ({ promises, followUps }: OpenInCountry): CountryProgress['nextDue'] => {
  const [next = null] = [promises.first, followUps.first].filter((item) => item !== null).sort(byDueDay);
  return next as CountryProgress['nextDue'];
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
const loadAspects = (reader: ViewReader, countries: readonly string[]) => {
  const unanswered = groupBy(raisedUnanswered(reader, countries), ({ country }) => country);
  const rewordings = rewordingsToReview(reader, countries);
  return {
    nameOf: countryNames(reader, countries),
    tiersOf: tierHistories(reader, countries, 'newest'),
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
  const tier = aspects.tiersOf(country).at(-1) ?? null;
  const recommendations = aspects.countsOf(country);
  const items = aspects.itemsOf(country);
  const lastEngagement = lastEngagementOf(reader, aspects.lastOf(country));
  const rewordings = aspects.rewordingsOf(country);
  const notUpToDateSince = reader.notUpToDateSinceOf(country);
  const attention = attentionOf({
    name,
    promises: items.promises,
    followUps: items.followUps,
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
    tierHistory: [],
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

/** The progress of some countries, or of all, without the history of their tiers. Answers only those of which anything was held. */
export const loadProgress = (reader: ViewReader, codes: readonly string[] | null): readonly CountryProgress[] => {
  const held = indexBy(countriesHeld(reader, codes), ({ country }) => country);
  const progress = keptEach(reader, 'progress', [...held.keys()], (missing) => {
    const aspects = loadAspects(reader, missing);
    return (country) => progressOf(reader, aspects, held.get(country) as CountryHeld);
  });
  return [...held.keys()].map(progress);
};

/** No country is found or sorted by what it was in earlier years, so that is read for the countries shown only. */
export const withHistories = (reader: ViewReader, countries: readonly CountryProgress[]): CountryProgress[] => {
  const historyOf = keptEach(
    reader,
    'tier-histories',
    countries.map(({ country }) => country),
    (missing) => tierHistories(reader, missing, 'all'),
  );
  return countries.map((progress) => ({ ...progress, tierHistory: [...historyOf(progress.country)] }));
};

export const countriesByCode = (
  reader: ViewReader,
  { codes }: ArgumentsOf<typeof CountriesByCode>,
): (CountryProgress | null)[] => {
  const found = withHistories(reader, loadProgress(reader, codes));
  return inOrderOf(codes, new Map(found.map((progress) => [progress.country, progress])));
};
