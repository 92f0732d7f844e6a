import type { Request } from './country-history.ts';
import type { CountryProfile } from './country-profile.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type Topic, topics } from './topics/index.ts';

const sectors = [
  'fishing',
  'brick making',
  'construction',
  'domestic work',
  'palm-oil estates',
  'quarries',
  'garment making',
  'hotels',
  'cocoa growing',
  'gold mining',
];

/** What a report asks for in one year: most of what was asked before, in the same or nearly the same words, and a few new things. */
export const requestsOfYear = (
  { profile, random }: { readonly profile: CountryProfile; readonly random: SeededRandom },
  before: readonly Request[],
  { reportYear, newestYear }: { readonly reportYear: number; readonly newestYear: number },
): readonly Request[] => {
  const newest = reportYear === newestYear;
  const size = newest && profile.present ? profile.present.statuses.length : random.integer(9, 13);
  const pinned = pinnedIn(profile, before, { reportYear, newestYear });
  const kept = before.filter((request) => !request.pinned && request.level < 3 && !random.chance(0.08));
  for (const request of kept) reword(request, random);
  for (const request of pinned) rewordPinned(request, { reportYear, newestYear });
  const carried = [...pinned, ...kept].slice(0, size);
  const fresh = freshRequests(profile, random, { reportYear, taken: carried, count: size - carried.length });
  return inOrder(random, pinned, [...carried.filter((request) => !request.pinned), ...fresh]);
};

const reword = (request: Request, random: SeededRandom): void => {
  if (request.wording < request.topic.wordings.length - 1 && random.chance(0.28)) request.wording += 1;
};

/** A long story in few words: new, then sharpened, and sharpened again in the newest report. */
const rewordPinned = (request: Request, { reportYear, newestYear }: Years): void => {
  const age = reportYear - request.since;
  const last = request.topic.wordings.length - 1;
  request.wording = age === 0 ? 0 : Math.min(reportYear === newestYear && age > 1 ? last : 1, last);
};

interface Years {
  readonly reportYear: number;
  readonly newestYear: number;
}

const pinnedIn = (profile: CountryProfile, before: readonly Request[], { reportYear, newestYear }: Years): Request[] =>
  (profile.present?.headed ?? [])
    .filter(({ years }) => reportYear > newestYear - years)
    .map(({ topic: short, years }) => {
      const known = before.find((request) => request.pinned && request.topic.short === short);
      return (
        known ?? newRequest(filled(topicCalled(short), profile, sectors[0] as string), newestYear - years + 1, true)
      );
    });

const topicCalled = (short: string): Topic => {
  const topic = topics.find((candidate) => candidate.short === short);
  if (!topic) throw new RangeError(`No topic is called “${short}”`);
  return topic;
};

const freshRequests = (
  profile: CountryProfile,
  random: SeededRandom,
  {
    reportYear,
    taken,
    count,
  }: { readonly reportYear: number; readonly taken: readonly Request[]; readonly count: number },
): Request[] => {
  const headed = new Set(profile.present?.headed?.map(({ topic }) => topicCalled(topic).promise));
  const asked = new Set(taken.map(({ topic }) => topic.body + topic.wordings[0].slice(0, 18)));
  const free = topics.filter(
    (topic) => !headed.has(topic.promise) && !asked.has(topic.body + topic.wordings[0].slice(0, 18)),
  );
  return random
    .some(free, count)
    .map((topic) => newRequest(filled(topic, profile, random.pick(sectors), random), reportYear, false));
};

const newRequest = (topic: Topic, since: number, pinned: boolean): Request => ({
  topic,
  wording: 0,
  level: 0,
  since,
  pinned,
  issued: undefined,
});

const inOrder = (random: SeededRandom, pinned: readonly Request[], others: readonly Request[]): readonly Request[] => {
  const order = [...others];
  for (let place = 1; place < order.length; place += 1) {
    if (!random.chance(0.15)) continue;
    [order[place - 1], order[place]] = [order[place] as Request, order[place - 1] as Request];
  }
  return [...pinned, ...order];
};

const filled = (topic: Topic, profile: CountryProfile, sector: string, random?: SeededRandom): Topic => {
  const place = random ? random.pick(profile.places) : (profile.places[0] as string);
  const fill = (text: string): string =>
    text.replaceAll('{sector}', sector).replaceAll('{place}', place).replaceAll('{country}', profile.name);
  return {
    ...topic,
    short: fill(topic.short),
    wordings: topic.wordings.map(fill) as unknown as Topic['wordings'],
    steps: topic.steps.map(fill) as unknown as Topic['steps'],
    promise: fill(topic.promise),
  };
};
