/** Something to wait on that may already have happened. A ring that nobody waits for is kept; several count as one. */
export interface Alarm {
  ring(): void;
  /** Resolves at the next ring, at once when there was one since the last wait, or when the time is up. */
  next(withinMs?: number): Promise<void>;
}

export const alarm = (): Alarm => {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async next(withinMs) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (withinMs !== undefined) setTimeout(resolve, withinMs).unref();
        });
      }
      rung = false;
      wake = undefined;
    },
  };
};
