import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '@demarche/testing/scenario';
import { startTarget, type Target } from '../hostile/hostile-target.ts';
import { judgeSoak, type Sample, type Trend } from './judge-soak.ts';
import { type SoakLoad, soakLoad } from './soak-load.ts';

export interface SoakOptions {
  readonly minutes: number;
  /** Loaded by Demarche before anything else, to take a guard away. */
  readonly preload?: URL;
  /** Told once a minute, and of the verdict. */
  readonly say: (line: object) => void;
}

export interface SoakResult {
  readonly trends: readonly Trend[];
  readonly faults: readonly string[];
}

const SAMPLE_EVERY_MS = 5_000;
const SAMPLES_PER_MINUTE = 60_000 / SAMPLE_EVERY_MS;
const MB = 1024 * 1024;

/** Puts the real standalone under an even, mixed load for so many minutes, and judges whether anything grew. */
export const soak = async ({ minutes, preload, say }: SoakOptions): Promise<SoakResult> => {
  const preloads = [new URL('./report-memory.ts', import.meta.url), ...(preload ? [preload] : [])];
  const target = await startTarget({
    nodeFlags: ['--expose-gc', ...preloads.flatMap(({ href }) => ['--import', href])],
  });
  try {
    const load = await soakLoad(target.address, seededRandom(1));
    const samples: Sample[] = [];
    const began = performance.now();
    while (samples.length < minutes * SAMPLES_PER_MINUTE) {
      await delay(SAMPLE_EVERY_MS);
      samples.push(await sampleOf(target, load, (performance.now() - began) / 1_000));
      if (samples.length % SAMPLES_PER_MINUTE === 0)
        say({
          minute: samples.length / SAMPLES_PER_MINUTE,
          ...samples.at(-1),
          fixedWorkMs: fixedWorkMs(),
          ...load.counts,
          faults: load.faults.length,
        });
    }
    await load.stop();
    return { trends: judgeSoak(samples), faults: [...load.faults, ...logged(target)] };
  } finally {
    await target.stop();
    target.remove();
  }
};

/** Faults that only the log tells of. */
const logged = (target: Target): readonly string[] =>
  target
    .said()
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line));

const sampleOf = async (target: Target, { latencies }: SoakLoad, at: number): Promise<Sample> => {
  const { heapUsed, external, rss } = await memoryAfterCollection(target);
  const [reads, writes] = [latencies.reads, latencies.writes].map((values) =>
    values.splice(0).toSorted((a, b) => a - b),
  );
  return {
    at: Math.round(at),
    heapMb: rounded((heapUsed + external) / MB),
    rssMb: rounded(rss / MB),
    readMedianMs: quantile(reads, 0.5),
    readP99Ms: quantile(reads, 0.99),
    writeMedianMs: quantile(writes, 0.5),
    writeP99Ms: quantile(writes, 0.99),
  };
};

const LOOK_EVERY_MS = 20;

const memoryAfterCollection = async (target: Target): Promise<{ heapUsed: number; external: number; rss: number }> => {
  const before = target.said().length;
  target.signal('SIGUSR2');
  for (;;) {
    const told = /^memory (.*)$/m.exec(target.said().slice(before))?.[1];
    if (told) return JSON.parse(told);
    if (target.ended()) throw new Error(`Demarche ${target.ended()}: ${target.said().slice(-2_000)}`);
    await delay(LOOK_EVERY_MS);
  }
};

const WORK = Buffer.alloc(16 * MB);

/** The same work each time: when it takes longer, the machine is busy with something else, and latencies say little. */
const fixedWorkMs = (): number => {
  const began = performance.now();
  createHash('sha256').update(WORK).digest();
  return rounded(performance.now() - began);
};

const quantile = (sorted: readonly number[] = [], share: number): number =>
  rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

const rounded = (value: number): number => Math.round(value * 10) / 10;
