import { setTimeout } from 'node:timers/promises';
import type { HealthCheck, Readiness } from '@demarche/service-kit';

const LOOK_EVERY_MS = 3_000;

/**
 * Looks now and then though nobody asks. What only whoever looks twice can tell, as that the views stand still, is then
 * known to the first who asks.
 */
export const lookByItself = (
  check: HealthCheck,
  readiness: Pick<Readiness, 'dropped'>,
  lookEveryMs = LOOK_EVERY_MS,
): void => {
  const watch = async (): Promise<void> => {
    while (!readiness.dropped) {
      try {
        await check();
      } catch {
        // Whoever asks is told.
      }
      await setTimeout(lookEveryMs, undefined, { ref: false });
    }
  };
  void watch();
};
