import type { AskFailed } from './ask.ts';
import { wait } from './wait.ts';

/** A minute in all. What is away for longer is looked after by somebody, and so is the page. */
const TIMES = 6;
const LONGEST_MS = 15_000;

/** Never sooner than was asked for, and by chance up to half of it later: all pages lose the gateway at one moment. */
const waitBefore = (time: number, retryAfterMs: number): number =>
  Math.max(retryAfterMs, Math.min(LONGEST_MS, retryAfterMs * 2 ** time)) * (1 + Math.random() / 2);

/**
 * Asks, and where it fails with a word on when to come back, asks again by itself a few times. Each failure is told, and
 * whether it is asked again. For questions alone: what is to be recorded is sent again when somebody says so.
 */
export const askAgain = async (
  ask: () => Promise<AskFailed | null>,
  tell: (failure: AskFailed | null, again: boolean) => void,
  signal: AbortSignal,
): Promise<void> => {
  for (let time = 0; ; time += 1) {
    const failure = await ask();
    if (signal.aborted) return;
    const again = failure?.retryAfterMs !== undefined && time < TIMES;
    tell(failure, again);
    if (!again) return;
    await wait(waitBefore(time, failure.retryAfterMs), signal);
    if (signal.aborted) return;
  }
};
