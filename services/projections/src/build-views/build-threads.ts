import { availableParallelism, totalmem } from 'node:os';
import type { BuildThreads } from '../engine/build-in-threads.ts';
import { threadsFor } from './threads-for.ts';

/** Threads that build the views of a long record kept in a file: only a file can be opened by several without asking anybody. */
export const buildThreads = (storeFile: string): BuildThreads => ({
  script: new URL('main.ts', import.meta.url),
  workerData: { storeFile },
  count: threadsFor({
    cores: availableParallelism(),
    memory: totalmem(),
    memoryLimit: process.constrainedMemory(),
  }),
  fromEvents: 20_000,
});
