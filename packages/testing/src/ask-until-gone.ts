import { setImmediate } from 'node:timers/promises';

export interface AskedUntilGone {
  /** Resolves once so many answers have come. */
  answered(count: number): Promise<void>;
  /**
   * Resolves once nobody listens any more: the status of every answer, and why those went wrong that had none although
   * whoever was connected could still ask.
   */
  gone(): Promise<{ readonly statuses: readonly number[]; readonly cutOff: readonly string[] }>;
}

const ASKING_AT_ONCE = 8;

/**
 * A service that listens no more hears whoever is connected for half a second, and answers that the connection ends. Then it
 * closes those that are silent: on a busy machine a question can be on its way over one. By two clocks, a little less.
 */
const LAST_WORDS_MS = 450;

/**
 * Asks a service again and again, on connections that are kept open, until it listens no more. Whoever finds nobody
 * listening has lost nothing; whoever was cut off does not know what came of the request.
 */
export const askUntilGone = (ask: () => Promise<Response>): AskedUntilGone => {
  const statuses: number[] = [];
  const cutOff: { readonly why: string; readonly at: number }[] = [];
  // When it was asked what it answered last without a word of the end: until then at least it listened.
  let listenedAt = 0;
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const note = (status: number): void => {
    statuses.push(status);
    for (const { count, resolve } of waiting) if (statuses.length >= count) resolve();
  };
  const askOn = async (): Promise<void> => {
    for (;;) {
      const began = performance.now();
      try {
        const response = await ask();
        await response.arrayBuffer();
        if (response.headers.get('connection') !== 'close') listenedAt = Math.max(listenedAt, began);
        note(response.status);
      } catch (error) {
        const { code, message } = (error as { cause?: { code?: string; message?: string } }).cause ?? {};
        if (code === 'ECONNREFUSED') return;
        cutOff.push({ why: `${code ?? message ?? error}`, at: performance.now() });
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
      const tooEarly = cutOff.filter(({ at }) => at < listenedAt + LAST_WORDS_MS);
      return { statuses, cutOff: tooEarly.map(({ why }) => why) };
    },
  };
};
