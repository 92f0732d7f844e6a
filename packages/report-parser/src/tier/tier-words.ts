import type { TierValue } from '../parsed-narrative.ts';

/** The words for a tier wherever they stand, with the number and the watch list in groups of their own. */
export const TIER_WORDS = 'tier ?[-–]? ?(1|2|3|i{1,3}|one|two|three)\\b( ?[-–(]? ?watch ?-?list)?';

const BY_WORD: ReadonlyMap<string, TierValue> = new Map([
  ['1', 'tier-1'],
  ['i', 'tier-1'],
  ['one', 'tier-1'],
  ['2', 'tier-2'],
  ['ii', 'tier-2'],
  ['two', 'tier-2'],
  ['3', 'tier-3'],
  ['iii', 'tier-3'],
  ['three', 'tier-3'],
]);

export function tierValue(number: string | undefined, watchList: string | undefined): TierValue {
  const value = BY_WORD.get((number ?? '').toLowerCase()) ?? 'special-case';
  return value === 'tier-2' && watchList !== undefined ? 'tier-2-watch-list' : value;
}

const NAMES: Record<TierValue, string> = {
  'tier-1': 'Tier 1',
  'tier-2': 'Tier 2',
  'tier-2-watch-list': 'Tier 2 Watch List',
  'tier-3': 'Tier 3',
  'special-case': 'Special Case',
};

export function tierName(value: TierValue): string {
  return NAMES[value];
}

const SIGNS = ['Tier', 'TIER', 'tier', 'pecial ', 'SPECIAL ', 'ot rated', 'ot Rated', 'NOT RATED'];

/** A cheap look before a dear one: most lines of a page name no tier. */
export function mayNameTier(text: string): boolean {
  return SIGNS.some((sign) => text.includes(sign));
}
