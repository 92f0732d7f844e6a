/** What was measured at one moment of a soak. */
export interface Sample {
  /** Seconds since the start. */
  readonly at: number;
  /** What is held after a forced collection, in MB. */
  readonly heapMb: number;
  readonly rssMb: number;
  /** Of the requests since the sample before. */
  readonly readMedianMs: number;
  readonly readP99Ms: number;
  readonly writeMedianMs: number;
  readonly writeP99Ms: number;
}

export type Figure = Exclude<keyof Sample, 'at'>;

/** A figure is flat when its trend over the second half rises by less than the larger of the two. */
interface Band {
  readonly absolute: number;
  /** Of its level at the beginning of the second half. */
  readonly share: number;
}

/** Memory may breathe; latency on a machine that is busy otherwise wanders more than it does. */
const bands: Readonly<Record<Figure, Band>> = {
  heapMb: { absolute: 6, share: 0.08 },
  rssMb: { absolute: 40, share: 0.1 },
  readMedianMs: { absolute: 10, share: 0.5 },
  readP99Ms: { absolute: 100, share: 1 },
  writeMedianMs: { absolute: 10, share: 0.5 },
  writeP99Ms: { absolute: 100, share: 1 },
};

export interface Trend {
  readonly figure: Figure;
  /** On the line through the second half: where it begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly allowedRise: number;
  readonly flat: boolean;
}

const LEAST_SAMPLES = 8;

/**
 * Judges the second half of a soak, when caches are filled: a figure may fall as it likes, and rise within its band. The
 * line is Theil and Sen's, the median of the slopes between all pairs, so that a rebuild or a busy moment does not bend it.
 */
export const judgeSoak = (samples: readonly Sample[]): readonly Trend[] => {
  const half = samples.slice(Math.floor(samples.length / 2));
  if (half.length < LEAST_SAMPLES)
    throw new Error(`A soak of ${samples.length} samples cannot be judged: let it run longer`);
  return (Object.keys(bands) as Figure[]).map((figure) => trendOf(figure, half));
};

const trendOf = (figure: Figure, samples: readonly Sample[]): Trend => {
  const points = samples.map((sample) => ({ at: sample.at, value: sample[figure] }));
  const slope = median(
    points.flatMap((left, index) =>
      points.slice(index + 1).map((right) => (right.value - left.value) / (right.at - left.at)),
    ),
  );
  const level = median(points.map(({ at, value }) => value - slope * at));
  const [first, last] = [points[0], points.at(-1)].map((point) => level + slope * (point?.at ?? 0)) as [number, number];
  const { absolute, share } = bands[figure];
  const allowedRise = Math.max(absolute, share * first);
  return {
    figure,
    from: round(first),
    to: round(last),
    allowedRise: round(allowedRise),
    flat: last - first <= allowedRise,
  };
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

const round = (value: number): number => Math.round(value * 10) / 10;
