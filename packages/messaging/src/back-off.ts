import type { Timing } from './timing.ts';

export interface BackOff {
  /** How long to wait before the first repetition, at most. */
  readonly firstMs: number;
  /** How long to wait before any repetition, at most. */
  readonly mostMs: number;
}

/** Twice as long after each failure, and by chance up to half of it less, so that those who failed together do not come back together. */
export const backOffMs = (failures: number, { firstMs, mostMs }: BackOff, timing: Pick<Timing, 'random'>): number =>
  Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 30)) * (1 - timing.random() / 2);
