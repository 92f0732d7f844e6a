import { Worker } from 'node:worker_threads';
import type { SeedResult } from './simulate-seed.ts';

export interface SeedsToRun {
  readonly from: number;
  readonly count: number;
  /** Processor cores to use. */
  readonly workers: number;
}

export interface SeedsRun {
  readonly seeds: number;
  readonly milliseconds: number;
  readonly events: number;
  readonly steps: number;
  /** In how many worlds each fault was let loose. */
  readonly faults: Readonly<Record<string, number>>;
  /** The worlds in which something happened that must never happen, with their traces. */
  readonly violations: readonly SeedResult[];
}

export type Share = SeedsToRun & { readonly share: number };
export type ShareRun = Omit<SeedsRun, 'milliseconds'>;

const runShare = (share: Share): Promise<ShareRun> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A worker ended with code ${code} before its seeds were done`)));
  });

/** Runs worlds one after another on each core. */
export const runSeeds = async (wanted: SeedsToRun): Promise<SeedsRun> => {
  const began = performance.now();
  const shares = await Promise.all(
    Array.from({ length: wanted.workers }, (_, share) => runShare({ ...wanted, share })),
  );
  return { ...shares.reduce(joined), milliseconds: performance.now() - began };
};

const joined = (one: ShareRun, other: ShareRun): ShareRun => ({
  seeds: one.seeds + other.seeds,
  events: one.events + other.events,
  steps: one.steps + other.steps,
  faults: addUp(one.faults, other.faults),
  violations: [...one.violations, ...other.violations],
});

const addUp = (one: ShareRun['faults'], other: ShareRun['faults']): ShareRun['faults'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((kind) => [
      kind,
      (one[kind] ?? 0) + (other[kind] ?? 0),
    ]),
  );
