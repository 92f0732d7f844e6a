import type { Tier, TierMovement, TierPlacement } from '@demarche/contracts';
import type { SeededRandom } from './seeded-random.ts';

/** Watch List years in a row, and whether the country fell to Tier 3 from there and so has one year only. */
interface WatchListClock {
  readonly years: number;
  readonly oneYearOnly: boolean;
}

/**
 * A course of tiers that keeps the clock of the law: after two years in a row on the Watch List comes Tier 3, or one more
 * year by waiver (22 U.S.C. 7107(b)(2)(D)); who fell to Tier 3 that way has one year there afterwards (7107(b)(2)(F)).
 */
export const tierCourse = (random: SeededRandom, years: number): readonly Tier[] => {
  const course: Tier[] = [
    random.pick(['tier-1', 'tier-2', 'tier-2', 'tier-2', 'tier-2-watch-list', 'tier-3'] as const),
  ];
  let clock: WatchListClock = { years: course[0] === 'tier-2-watch-list' ? 1 : 0, oneYearOnly: false };
  while (course.length < years) {
    const tier = next(course.at(-1) as Tier, clock, random);
    clock = ticked(clock, tier);
    course.push(tier);
  }
  return course;
};

const next = (tier: Tier, clock: WatchListClock, random: SeededRandom): Tier => {
  switch (tier) {
    case 'tier-1':
      return random.chance(0.93) ? tier : 'tier-2';
    case 'tier-2':
      return random.chance(0.84) ? tier : random.pick(['tier-1', 'tier-2-watch-list', 'tier-2-watch-list']);
    case 'tier-2-watch-list':
      return random.chance(0.4) ? 'tier-2' : staysOrFalls(clock, random);
    case 'tier-3':
      return random.chance(0.75) ? tier : 'tier-2-watch-list';
    case 'special-case':
      return tier;
  }
};

const staysOrFalls = ({ years, oneYearOnly }: WatchListClock, random: SeededRandom): Tier => {
  if (oneYearOnly || years >= 3) return 'tier-3';
  const byWaiver = years === 2;
  return random.chance(byWaiver ? 0.4 : 0.85) ? 'tier-2-watch-list' : 'tier-3';
};

const ticked = ({ years, oneYearOnly }: WatchListClock, tier: Tier): WatchListClock => {
  if (tier === 'tier-2-watch-list') return { years: years + 1, oneYearOnly };
  return { years: 0, oneYearOnly: tier === 'tier-3' && (oneYearOnly || years >= 2) };
};

const ranks: Record<Tier, number> = {
  'tier-1': 1,
  'tier-2': 2,
  'tier-2-watch-list': 3,
  'tier-3': 4,
  'special-case': 5,
};
const headings: Record<Tier, string> = {
  'tier-1': 'Tier 1',
  'tier-2': 'Tier 2',
  'tier-2-watch-list': 'Tier 2 Watch List',
  'tier-3': 'Tier 3',
  'special-case': 'Special Case',
};

/** The placement of one year of a course, as a report would state it. */
export const placementIn = (course: readonly Tier[], index: number, name: string): TierPlacement => {
  const value = course[index] as Tier;
  const first = course.slice(0, index + 1).findLastIndex((tier) => tier !== value) + 1;
  const years = index - first + 1;
  const waiver = value === 'tier-2-watch-list' && years > 2;
  return {
    value,
    movement: movementBetween(course[index - 1], value),
    consecutiveYears: value === 'tier-2-watch-list' || value === 'special-case' ? years : null,
    waiver,
    heading: `${name} (${headings[value]})`,
    sentence: `${name} is on ${headings[value]}${years > 1 ? `, ${years} years in a row` : ''}${waiver ? ', this year by waiver' : ''}.`,
  };
};

const movementBetween = (before: Tier | undefined, now: Tier): TierMovement => {
  if (before === undefined) return 'first-listed';
  if (before === now) return 'remained';
  return ranks[now] < ranks[before] ? 'upgraded' : 'downgraded';
};
