import { type ArgumentsOf, type CountryProgress, type Portfolio, type ResultOf, tiers } from '@demarche/contracts';
import { lacksEngagement } from '../country-progress/attention.ts';
import { loadProgress, withHistories } from '../country-progress/country-progress.queries.ts';
import { fromCursor, toCursor } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { folded } from '../search-everything/fts-query.ts';

type Question = ArgumentsOf<typeof Portfolio>;
type Filter = Question['filter'];

const withoutRecentEngagement = ({ lastEngagement, recommendations }: CountryProgress): boolean =>
  lacksEngagement(lastEngagement?.daysAgo ?? null, recommendations.open > 0);

const NEEDS: Readonly<Record<NonNullable<Filter['needs']>, (country: CountryProgress) => boolean>> = {
  'overdue-promises': ({ overduePromises }) => overduePromises > 0,
  'promises-due': ({ promisesDueIn30Days }) => promisesDueIn30Days > 0,
  'no-recent-engagement': withoutRecentEngagement,
  attention: ({ attention }) => attention.length > 0,
};

/** A country is under a pillar when its newest report asks for something there. */
const isUnder = ({ recommendations }: CountryProgress, wanted: readonly string[]): boolean =>
  recommendations.byPillar.some(({ pillar }) => pillar !== null && wanted.includes(pillar));

const matches = (country: CountryProgress, { tiers, pillars, needs, name }: Filter): boolean =>
  (tiers === undefined || tiers.some((tier) => tier === country.tier?.value)) &&
  (pillars === undefined || isUnder(country, pillars)) &&
  (needs === undefined || NEEDS[needs](country)) &&
  (name === undefined || folded(country.name).includes(folded(name.trim())));

const TIER_RANK: Readonly<Record<string, number>> = Object.fromEntries(
  Object.keys(tiers).map((tier, rank) => [tier, rank]),
);

/** What a country is sorted by, ascending. Whatever is missing comes last. */
const SORTS: Readonly<Record<Question['sort'], (country: CountryProgress) => string | number>> = {
  name: ({ name }) => folded(name),
  tier: ({ tier }) => TIER_RANK[tier?.value ?? ''] ?? 99,
  open: ({ recommendations }) => recommendations.open,
  'last-engagement': ({ lastEngagement }) => lastEngagement?.occurredOn ?? '9999-12-31',
  'next-due': ({ nextDue }) => nextDue?.dueOn ?? '9999-12-31',
  implemented: ({ recommendations }) => recommendations.byStatus.implemented,
};

type Placed = { readonly country: CountryProgress; readonly key: readonly [string | number, string] };

const order = (one: string | number, other: string | number): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** Countries equal in the sort stay in the order of their codes, so that no two are equal. */
const comparing =
  (descending: boolean) =>
  (one: Placed['key'], other: Placed['key']): number =>
    (descending ? order(other[0], one[0]) : order(one[0], other[0])) || order(one[1], other[1]);

const totalsOf = (countries: readonly CountryProgress[]): ResultOf<typeof Portfolio>['totals'] => {
  const sum = (of: (country: CountryProgress) => number): number =>
    countries.reduce((total, country) => total + of(country), 0);
  return {
    countries: countries.length,
    openRecommendations: sum(({ recommendations }) => recommendations.open),
    overduePromises: sum(({ overduePromises }) => overduePromises),
    promisesDueIn30Days: sum(({ promisesDueIn30Days }) => promisesDueIn30Days),
    withoutRecentEngagement: countries.filter(withoutRecentEngagement).length,
  };
};

interface Order {
  readonly name: string;
  readonly key: (country: CountryProgress) => Placed['key'];
  readonly kinds: readonly ['string' | 'number', 'string'];
  readonly compare: (one: Placed['key'], other: Placed['key']) => number;
}

const NUMERIC: ReadonlySet<Question['sort']> = new Set(['tier', 'open', 'implemented']);

const orderOf = ({ sort, descending }: Question): Order => ({
  name: `${sort}${descending ? '-descending' : ''}`,
  key: (country) => [SORTS[sort](country), country.country],
  kinds: [NUMERIC.has(sort) ? 'number' : 'string', 'string'],
  compare: comparing(descending),
});

const pageOf = (
  found: readonly CountryProgress[],
  { name, key, kinds, compare }: Order,
  { first, after }: Question,
) => {
  const placed = found
    .map((country): Placed => ({ country, key: key(country) }))
    .sort((one, other) => compare(one.key, other.key));
  const place = after === null ? null : (fromCursor(name, kinds, after) as unknown as Placed['key']);
  const following = place ? placed.filter(({ key }) => compare(key, place) > 0) : placed;
  const rows = following.slice(0, first).map(({ country, key }) => ({ cursor: toCursor(name, key), node: country }));
  return { rows, endCursor: rows.at(-1)?.cursor ?? null, hasNextPage: following.length > first, total: found.length };
};

/** All countries with their progress. There are some hundreds at most, so they are sorted here once they are counted. */
export const portfolio = (reader: ViewReader, question: Question): ResultOf<typeof Portfolio> => {
  const { filter } = question;
  const found = loadProgress(reader, filter.codes ?? null).filter((country) => matches(country, filter));
  const { rows, ...page } = pageOf(found, orderOf(question), question);
  const shown = withHistories(
    reader,
    rows.map(({ node }) => node),
  );
  return {
    page: { ...page, rows: rows.map(({ cursor }, index) => ({ cursor, node: shown[index] as CountryProgress })) },
    totals: totalsOf(found),
  };
};
