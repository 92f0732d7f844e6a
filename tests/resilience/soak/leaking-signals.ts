import type { Signals } from '@demarche/messaging';
import { inProcessSignals as usual } from '@demarche/messaging/in-process';

export { storeFeed } from '@demarche/messaging/in-process';

/** The usual signals, from which nobody is ever released. */
export const inProcessSignals = (): Signals => {
  const signals = usual();
  return {
    publish: signals.publish,
    subscribe(listener) {
      signals.subscribe(listener);
      return () => undefined;
    },
  };
};
