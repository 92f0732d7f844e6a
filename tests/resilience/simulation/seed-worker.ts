import { parentPort, workerData } from 'node:worker_threads';
import type { Share, ShareRun } from './run-seeds.ts';
import { type SeedResult, simulateSeed } from './simulate-seed.ts';

const { from, count, workers, share } = workerData as Share;
const violations: SeedResult[] = [];
const faults: Record<string, number> = {};
let [seeds, events, steps] = [0, 0, 0];

for (let seed = from + share; seed < from + count; seed += workers) {
  const result = await simulateSeed(seed);
  seeds += 1;
  events += result.events;
  steps += result.steps;
  for (const kind of result.faults) faults[kind] = (faults[kind] ?? 0) + 1;
  if (result.violation) violations.push(result);
}
parentPort?.postMessage({ seeds, events, steps, faults, violations } satisfies ShareRun);
