import type { Signals } from '../../signals.ts';

type Listener = Parameters<Signals['subscribe']>[0];

/** Signals within one process. A listener that throws fails on its own: neither the publisher nor another listener sees it. */
export const inProcessSignals = (): Signals => {
  const subscriptions = new Set<{ readonly listener: Listener }>();
  return {
    publish(signal) {
      for (const subscription of subscriptions) {
        queueMicrotask(() => subscriptions.has(subscription) && subscription.listener(signal));
      }
    },
    subscribe(listener) {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
  };
};
