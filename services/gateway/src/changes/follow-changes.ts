import { anythingMayHaveChanged, type ChangeSignal, type Signals } from '@demarche/messaging';

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
    if (country === null || signal.countries.includes(country) || isOfEverything(signal)) deliver(signal);
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

/** It names nothing: all views were built anew, or signals were missed. */
const isOfEverything = ({ countries, subjects }: ChangeSignal): boolean =>
  countries.length === 0 && subjects.length === 0;

const together = (one: ChangeSignal, other: ChangeSignal): ChangeSignal => {
  const position = Math.max(one.position, other.position);
  if (isOfEverything(one) || isOfEverything(other)) return anythingMayHaveChanged(position);
  return {
    position,
    countries: [...new Set([...one.countries, ...other.countries])],
    subjects: [...new Set([...one.subjects, ...other.subjects])],
  };
};
