import { type BackOff, backOffMs, type Timing } from '@demarche/messaging';

/** When a replica that failed is left alone: longer after each failure, and then by all but one who tries. */
export interface ReplicaRest {
  readonly isOn: boolean;
  /** Resolves once it may be asked again. */
  over(): Promise<void>;
  /** It is asked now. After a failure the others leave it alone meanwhile, and do not all wait for what may be frozen. */
  begin(): { failed(): void; end(): void };
  /** It answered: from now on any number may ask. */
  recovered(): void;
}

export const replicaRest = ({ timing, backOff }: { timing: Timing; backOff: BackOff }): ReplicaRest => {
  let failures = 0;
  let rest: Promise<void> | null = null;
  const until = (over: Promise<void>, call: () => void) => () => {
    if (rest === over) rest = null;
    call();
  };
  const fail = (): void => {
    failures += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    rest = promise;
    timing.after(backOffMs(failures, backOff, timing), until(promise, resolve));
  };
  return {
    get isOn() {
      return rest !== null;
    },
    over: async () => rest ?? undefined,
    begin() {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (failures > 0) rest = promise;
      return {
        // Several that fail at once are one failure.
        failed: () => (rest === null || rest === promise ? fail() : undefined),
        end: until(promise, resolve),
      };
    },
    recovered() {
      failures = 0;
    },
  };
};
