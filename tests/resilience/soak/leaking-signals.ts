import type { ChangeSignal, Signals } from '@demarche/messaging';
import { inProcessSignals as usual } from '@demarche/messaging/in-process';

export { storeFeed } from '@demarche/messaging/in-process';

/** The usual signals, from which nobody is ever released, nor what they were told. */
export const inProcessSignals = (): Signals => {
  const signals = usual();
  const kept: ChangeSignal[] = [];
  return {
    publish: signals.publish,
    subscribe(listener) {
      signals.subscribe((signal) => {
        kept.push(structuredClone(signal));
        listener(signal);
      });
      return () => undefined;
    },
  };
};
