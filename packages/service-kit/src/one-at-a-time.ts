import { setTimeout as delay } from 'node:timers/promises';

/** Does it once for everybody who asks until it is done and so many milliseconds have passed since it began. */
export const oneAtATime = <Result>(work: () => Promise<Result>, keptMs: number): (() => Promise<Result>) => {
  let latest: Promise<Result> | undefined;
  const forget = async (): Promise<void> => {
    await Promise.allSettled([latest, delay(keptMs, undefined, { ref: false })]);
    latest = undefined;
  };
  return () => {
    if (latest) return latest;
    latest = work();
    void forget();
    return latest;
  };
};
