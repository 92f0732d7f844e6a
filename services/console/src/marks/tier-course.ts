import { type Tier, tiers } from '@demarche/contracts/vocabularies';

export interface TierYear {
  readonly reportYear: number;
  readonly value: Tier | null;
}

/** Years in a row with the same placement. */
export interface TierRun {
  readonly value: Tier | null;
  readonly from: number;
  readonly to: number;
}

/** The course of the tier as runs of years, oldest first; a year without a report ends a run. */
export const tierRuns = (history: readonly TierYear[]): TierRun[] => {
  const runs: TierRun[] = [];
  for (const { reportYear, value } of history) {
    const last = runs.at(-1);
    if (last && last.value === value && last.to === reportYear - 1) runs[runs.length - 1] = { ...last, to: reportYear };
    else runs.push({ value, from: reportYear, to: reportYear });
  }
  return runs;
};

const LEVELS: Readonly<Record<Tier, number>> = {
  'tier-1': 0,
  'tier-2': 1,
  'tier-2-watch-list': 2,
  'tier-3': 3,
  'special-case': 4,
};

/** Its place from the top, 0 to 4. A year whose report gave no tier has none. */
export const tierLevel = (value: Tier | null): number | null => (value === null ? null : LEVELS[value]);

export const tierName = (value: Tier | null): string => (value === null ? 'no tier stated' : tiers[value]);

/** `Tier 2 2013 to 2018, Tier 2 Watch List 2019`. */
export const courseInWords = (history: readonly TierYear[]): string =>
  tierRuns(history)
    .map(({ value, from, to }) => `${tierName(value)} ${from === to ? from : `${from} to ${to}`}`)
    .join(', ');
