import type { Position } from '@demarche/contracts';

export interface PositionWaiters {
  /** Resolves true once the position is reached, false when the time is up or `giveUp` was called. */
  waitFor(position: Position, withinMs: number): Promise<boolean>;
  reached(position: Position): void;
  giveUp(): void;
}

/** Whoever waits for the views is told at the commit, not by asking again and again. */
export const positionWaiters = (current: () => Position): PositionWaiters => {
  const waiting = new Set<{ readonly position: Position; readonly end: (arrived: boolean) => void }>();
  return {
    waitFor(position, withinMs) {
      if (current() >= position) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (arrived: boolean) => {
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(arrived);
        };
        const waiter = { position, end };
        const timer = setTimeout(() => end(false), withinMs);
        waiting.add(waiter);
      });
    },
    reached(position) {
      for (const waiter of waiting) if (waiter.position <= position) waiter.end(true);
    },
    giveUp() {
      for (const waiter of waiting) waiter.end(false);
    },
  };
};
