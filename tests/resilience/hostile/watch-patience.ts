import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Target } from './hostile-target.ts';

/** For how much work of the server an ordinary client had to wait, while others misbehave. */
export interface PatienceWatch {
  /** The longest wait of all, in milliseconds. */
  longest(): number;
  /** The longest since the last look. */
  look(): number;
  stop(): Promise<void>;
}

/** Asks on and on from a thread of its own, so that the misbehaving clients' own work is not counted. */
export const watchPatience = (target: Pick<Target, 'port' | 'pid'>): PatienceWatch => {
  const { port, pid } = target;
  const worker = new Worker(new URL('./ask-patiently.ts', import.meta.url), { workerData: { port, pid } });
  let longest = 0;
  let sinceLooked = 0;
  worker.on('message', (milliseconds: number) => {
    sinceLooked = Math.max(sinceLooked, milliseconds);
    longest = Math.max(longest, milliseconds);
  });
  return {
    longest: () => longest,
    look() {
      const waited = sinceLooked;
      sinceLooked = 0;
      return waited;
    },
    async stop() {
      if (worker.threadId === -1) return;
      const gone = once(worker, 'exit');
      worker.postMessage('stop');
      await gone;
    },
  };
};
