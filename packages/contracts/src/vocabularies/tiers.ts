/** Tier placements of the annual report, 22 U.S.C. 7107(b)(1) and (2); a special case has no tier. */
export const tiers = {
  'tier-1': 'Tier 1',
  'tier-2': 'Tier 2',
  'tier-2-watch-list': 'Tier 2 Watch List',
  'tier-3': 'Tier 3',
  'special-case': 'Special Case',
} as const;
export type Tier = keyof typeof tiers;
