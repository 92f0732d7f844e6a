import type { PreparedHistories } from './prepared-history.ts';

/** What is asked of a figure: of its value, or of its ratio to the baseline. */
export interface Target<Of extends 'value' | 'ratio' = 'value' | 'ratio'> {
  readonly of: Of;
  readonly bound: 'at least' | 'at most';
  readonly limit: number;
}

/** One measured number beside what it is measured against, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Null where nothing can stand beside it: a number of requests, say. */
  readonly baseline: { readonly what: string; readonly value: number } | null;
  /** Value divided by baseline value. */
  readonly ratio: number | null;
  /** How many rounds each was measured in. */
  readonly n: number;
  /** How far the rounds lie apart, lowest and highest: their ratios, or their values where there is no baseline. */
  readonly spread: readonly [lowest: number, highest: number];
  /** Empty where none is stated. */
  readonly targets: readonly (Target & { readonly met: boolean })[];
}

export interface BenchmarkRun {
  /** How many events a history holds, where the command line says so: `npm run bench -- replay 1000000`. */
  readonly events: number | undefined;
  readonly histories: PreparedHistories;
}

/** Yields its figures as they are measured. */
export interface Benchmark {
  readonly name: string;
  run(run: BenchmarkRun): AsyncIterable<Figure>;
}

export interface Measured extends Pick<Figure, 'name' | 'unit'> {
  /** What the baseline is. */
  readonly what: string;
  /** One entry a round: ours and the baseline, measured right after each other. */
  readonly rounds: readonly { readonly value: number; readonly baseline: number }[];
  readonly targets?: readonly Target[];
}

/** The figure of several rounds: medians of both sides, and the median of the rounds' ratios, which a busy machine disturbs least. */
export const figureOf = ({ name, unit, what, rounds, targets = [] }: Measured): Figure => {
  const ratios = rounds.map(({ value, baseline }) => value / baseline);
  const value = median(rounds.map((round) => round.value));
  const ratio = median(ratios);
  return {
    name,
    value: rounded(value),
    unit,
    baseline: { what, value: rounded(median(rounds.map(({ baseline }) => baseline))) },
    ratio: rounded(ratio),
    n: rounds.length,
    spread: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
    targets: targets.map((target) => ({ ...target, met: isMet(target, target.of === 'ratio' ? ratio : value) })),
  };
};

export interface Counted extends Pick<Figure, 'name' | 'unit'> {
  /** One value a round. */
  readonly values: readonly number[];
  readonly targets?: readonly Target<'value'>[];
}

/** A figure that stands for itself. */
export const figureAlone = ({ name, unit, values, targets = [] }: Counted): Figure => {
  const value = median(values);
  return {
    name,
    value: rounded(value),
    unit,
    baseline: null,
    ratio: null,
    n: values.length,
    spread: [rounded(Math.min(...values)), rounded(Math.max(...values))],
    targets: targets.map((target) => ({ ...target, met: isMet(target, value) })),
  };
};

export const atLeast = <Of extends Target['of']>(of: Of, limit: number): Target<Of> => ({
  of,
  bound: 'at least',
  limit,
});

export const atMost = <Of extends Target['of']>(of: Of, limit: number): Target<Of> => ({ of, bound: 'at most', limit });

const isMet = ({ bound, limit }: Target, measured: number): boolean =>
  bound === 'at least' ? measured >= limit : measured <= limit;

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Between two values, half of each for the median, as is usual. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
};

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
