import { availableParallelism } from 'node:os';
import type { BuildThreads } from '../engine/build-in-threads.ts';

/** More gain nothing: the view that costs most then takes longest. */
const MOST_THREADS = 4;

/** Threads that build the views of a long record kept in a file: only a file can be opened by several without asking anybody. */
export const buildThreads = (storeFile: string): BuildThreads => ({
  script: new URL('main.ts', import.meta.url),
  workerData: { storeFile },
  count: Math.min(MOST_THREADS, availableParallelism()),
  fromEvents: 20_000,
});
