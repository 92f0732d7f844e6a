/** One measured number beside what it is measured against, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: { readonly what: string; readonly value: number };
  /** Value divided by baseline value. */
  readonly ratio: number;
  /** How many rounds each was measured in. */
  readonly n: number;
  /** How far the rounds' ratios lie apart: lowest and highest. */
  readonly spread: readonly [lowest: number, highest: number];
}

/** Yields its figures as they are measured. */
export interface Benchmark {
  readonly name: string;
  run(): AsyncIterable<Figure>;
}

export interface Measured extends Pick<Figure, 'name' | 'unit'> {
  readonly what: string;
  /** One entry a round: ours and the baseline, measured right after each other. */
  readonly rounds: readonly { readonly value: number; readonly baseline: number }[];
}

/** The figure of several rounds: medians of both sides, and the median of the rounds' ratios, which a busy machine disturbs least. */
export const figureOf = ({ name, unit, what, rounds }: Measured): Figure => {
  const ratios = rounds.map(({ value, baseline }) => value / baseline);
  return {
    name,
    value: rounded(median(rounds.map(({ value }) => value))),
    unit,
    baseline: { what, value: rounded(median(rounds.map(({ baseline }) => baseline))) },
    ratio: rounded(median(ratios)),
    n: rounds.length,
    spread: [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))],
  };
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
