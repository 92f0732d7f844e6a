import type { ChangeSignal, Signals } from '@demarche/messaging';
import { spanAttributes, spanNames, tracedInEach } from '@demarche/telemetry';

/**
 * Listens once for all live streams of this gateway, and hands them each signal together: in one span, in the traces that
 * the change came from, however many pages are open.
 */
export const pushChanges = (signals: Signals): Signals => {
  const streams = new Set<{ readonly hear: (signal: ChangeSignal) => void }>();
  let stop: (() => void) | undefined;
  const push = (signal: ChangeSignal): void =>
    tracedInEach(spanNames.push, signal.traceparents ?? [], { [spanAttributes.listeners]: streams.size }, () => {
      for (const { hear } of streams) hear(signal);
    });
  return {
    publish: signals.publish,
    subscribe(hear) {
      const stream = { hear };
      streams.add(stream);
      stop ??= signals.subscribe(push);
      return () => {
        streams.delete(stream);
        if (streams.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
};
