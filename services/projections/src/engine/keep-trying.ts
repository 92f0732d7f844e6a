import { setTimeout } from 'node:timers/promises';

export interface Persistence {
  readonly signal: AbortSignal;
  readonly retryAfterMs: number;
  readonly onTrouble: (error: unknown) => void;
}

/** Does the work until it succeeds or is called off. Views must not stay behind because the disk was full for a minute. */
export const keepTrying = async (
  work: () => Promise<void>,
  { signal, retryAfterMs, onTrouble }: Persistence,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      onTrouble(error);
      await setTimeout(retryAfterMs, undefined, { signal }).catch(() => {});
    }
  }
};
