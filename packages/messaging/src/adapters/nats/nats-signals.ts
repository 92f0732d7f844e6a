import type { ChangeSignal, Signals } from '../../signals.ts';
import { anythingMayHaveChanged } from '../../signals.ts';
import { inProcessSignals } from '../in-process/in-process-signals.ts';
import type { BusConnection } from './connect-nats.ts';

/** Outside what the stream takes: signals are not kept. */
export const SIGNALS_SUBJECT = 'demarche-signals.changes';

/**
 * Signals over the bus. What is published while there is no connection is lost, and so is what others publish meanwhile:
 * once it is back, everybody is told that anything may have changed.
 */
export const natsSignals = (bus: BusConnection): Signals => {
  const local = inProcessSignals();
  let listening: (() => void) | undefined;
  let listeners = 0;
  let published: ChangeSignal | undefined;

  const send = (signal: ChangeSignal): void => {
    if (bus.trouble === undefined) bus.live().publish(SIGNALS_SUBJECT, JSON.stringify(signal));
  };
  bus.onConnected(() => {
    if (listeners > 0) local.publish(anythingMayHaveChanged(0));
    if (published) send(anythingMayHaveChanged(published.position));
  });

  return {
    publish(signal) {
      published = signal;
      try {
        send(signal);
      } catch {
        // The connection ended just now. Whoever listens is told once it is back.
      }
    },
    subscribe(listener) {
      const stop = local.subscribe(listener);
      listeners += 1;
      listening ??= bus.subscribe(SIGNALS_SUBJECT, ({ data }) => {
        const signal = signalIn(data);
        if (signal) local.publish(signal);
      });
      let stopped = false;
      return () => {
        if (stopped) return;
        stopped = true;
        stop();
        listeners -= 1;
        if (listeners > 0) return;
        listening?.();
        listening = undefined;
      };
    },
  };
};

const utf8 = new TextDecoder();

/** What somebody else sends to this subject is passed over. */
const signalIn = (data: Uint8Array): ChangeSignal | undefined => {
  try {
    const signal = JSON.parse(utf8.decode(data)) as Partial<ChangeSignal> | null;
    return signal && isSignal(signal) ? signal : undefined;
  } catch {
    return undefined;
  }
};

const isSignal = (given: Partial<ChangeSignal>): given is ChangeSignal =>
  Number.isSafeInteger(given.position) && [given.countries, given.subjects, given.traceparents ?? []].every(areTexts);

const areTexts = (given: unknown): boolean => Array.isArray(given) && given.every((text) => typeof text === 'string');
