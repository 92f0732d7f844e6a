import type { ChangeSignal, Signals } from '@demarche/messaging';

/**
 * The signals that touch a country, or all of them, from the moment of the call. Signals that arrive while the reader is
 * busy are put together, so that a slow link holds back one signal and not a queue of them. Ends when `closing` aborts.
 */
export const followChanges = (
  signals: Signals,
  country: string | null,
  closing: AbortSignal,
): AsyncIterableIterator<ChangeSignal> => {
  let pending: ChangeSignal | undefined;
  let waiting: ((result: IteratorResult<ChangeSignal, undefined>) => void) | undefined;
  let ended = false;

  const deliver = (signal: ChangeSignal): void => {
    const reader = waiting;
    waiting = undefined;
    if (reader) reader({ done: false, value: signal });
    else pending = pending ? together(pending, signal) : signal;
  };

  const stop = signals.subscribe((signal) => {
    if (country === null || signal.countries.includes(country)) deliver(signal);
  });

  const end = (): IteratorReturnResult<undefined> => {
    ended = true;
    stop();
    closing.removeEventListener('abort', end);
    waiting?.(finished);
    return finished;
  };

  if (closing.aborted) end();
  else closing.addEventListener('abort', end);

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (ended) return Promise.resolve(finished);
      const held = pending;
      pending = undefined;
      if (held) return Promise.resolve({ done: false, value: held });
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    return: () => Promise.resolve(end()),
  };
};

const finished: IteratorReturnResult<undefined> = { done: true, value: undefined };

const together = (one: ChangeSignal, other: ChangeSignal): ChangeSignal => ({
  position: Math.max(one.position, other.position),
  countries: [...new Set([...one.countries, ...other.countries])],
  subjects: [...new Set([...one.subjects, ...other.subjects])],
});
