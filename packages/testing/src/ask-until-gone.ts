import { setImmediate } from 'node:timers/promises';

export interface AskedUntilGone {
  /** Resolves once so many answers have come. */
  answered(count: number): Promise<void>;
  /** Resolves once nobody listens any more: the status of every answer, and why those went wrong that had none. */
  gone(): Promise<{ readonly statuses: readonly number[]; readonly cutOff: readonly string[] }>;
}

const ASKING_AT_ONCE = 8;

/**
 * Asks a service again and again, on connections that are kept open, until it listens no more. Whoever finds nobody
 * listening has lost nothing; whoever was cut off does not know what came of the request.
 */
export const askUntilGone = (ask: () => Promise<Response>): AskedUntilGone => {
  const statuses: number[] = [];
  const cutOff: string[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const note = (status: number): void => {
    statuses.push(status);
    for (const { count, resolve } of waiting) if (statuses.length >= count) resolve();
  };
  const askOn = async (): Promise<void> => {
    for (;;) {
      try {
        const response = await ask();
        await response.arrayBuffer();
        note(response.status);
      } catch (error) {
        const { code, message } = (error as { cause?: { code?: string; message?: string } }).cause ?? {};
        if (code === 'ECONNREFUSED') return;
        cutOff.push(`${code ?? message ?? error}`);
        // What fails at once is not to keep this thread from everything else.
        await setImmediate();
      }
    }
  };
  const ended = Promise.all(Array.from({ length: ASKING_AT_ONCE }, askOn));
  return {
    answered: (count) => new Promise((resolve) => waiting.push({ count, resolve })),
    async gone() {
      await ended;
      return { statuses, cutOff };
    },
  };
};
