import type { Timing } from './timing.ts';

/** Something to wait on that may already have happened. A ring that nobody waits for is kept; several count as one. */
export interface WakeUp {
  ring(): void;
  /** Resolves at the next ring, at once when there was one since the last wait, or when the time is up, if there is one. */
  wait(atMostMs?: number): Promise<'rung' | 'time-up'>;
}

/** For one who waits at a time. */
export const wakeUp = (timing: Timing): WakeUp => {
  let rung = false;
  let wake = () => {};
  return {
    ring() {
      rung = true;
      wake();
    },
    async wait(atMostMs) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const callOff = atMostMs === undefined ? () => {} : timing.after(atMostMs, resolve);
          wake = () => {
            callOff();
            resolve();
          };
        });
      }
      const outcome = rung ? 'rung' : 'time-up';
      rung = false;
      wake = () => {};
      return outcome;
    },
  };
};
