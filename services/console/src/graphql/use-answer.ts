import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useAddress } from '../address/address-provider.tsx';
import { atOf, isNow, type PointInTime } from '../address/point-in-time.ts';
import { type AskFailed, ask, failureOf } from './ask.ts';
import { askAgain } from './ask-again.ts';
import { type Change, changes } from './changes.ts';
import { isFresh, keep, keptAnswer } from './kept-answers.ts';
import { ownPosition } from './own-position.ts';
import { questionKey } from './question-key.ts';

/** The state of a question on a page. An answer stays on the page while it is asked anew, and when asking anew fails. */
export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly failure: AskFailed | null;
  /** It failed, and is asked again by itself. */
  readonly again: boolean;
  readonly loading: boolean;
  /** The answer is that of the question before; the new one is on its way. */
  readonly waning: boolean;
  reload(): void;
}

export interface Question {
  readonly document: string;
  readonly variables?: object;
  /** Only changes about these countries are of interest; without it every change is. */
  readonly countries?: readonly string[];
  /** Nothing is asked yet. */
  readonly skip?: boolean;
  /**
   * While a filter or page changes, the answer before stays in sight, so that nothing jumps and no focus is lost. Never
   * across points in time: what was true on one day is not shown under another.
   */
  readonly steady?: boolean;
}

/** Asks and keeps the answer; what went wrong, if anything did. */
const answering = async <Answer>(
  key: string,
  document: string,
  asked: object,
  signal: AbortSignal,
): Promise<AskFailed | null> => {
  try {
    keep(key, await ask<Answer>(document, { ...asked, minPosition: ownPosition() }, signal));
    return null;
  } catch (fault) {
    return failureOf(fault);
  }
};

/** The last answer that was in sight at the same point in time. */
const useBefore = <Answer>(own: Answer | null, at: string | undefined, steady: boolean | undefined): Answer | null => {
  const held = useRef<{ readonly at: string | undefined; readonly answer: Answer } | null>(null);
  if (own !== null) held.current = { at, answer: own };
  const last = held.current;
  return steady && last && last.at === at ? last.answer : null;
};

/** Reads anew when something is recorded that concerns what is shown. */
const useChanges = (read: () => void, countries: readonly string[] | undefined, live: boolean): void => {
  useEffect(() => {
    if (!live) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const forget = changes.onChange((change) => {
      if (!concerns(change, countries)) return;
      clearTimeout(waiting);
      waiting = setTimeout(read, 120);
    });
    return () => {
      clearTimeout(waiting);
      forget();
    };
  }, [read, live, countries?.join()]);
};

/** What was held on a past day does not change any more. */
const isLive = (point: PointInTime): boolean => isNow(point) || point.known === 'today';

const concerns = (change: Change, countries: readonly string[] | undefined): boolean =>
  !countries || change.countries.length === 0 || change.countries.some((code) => countries.includes(code));

interface State {
  readonly key: string;
  readonly failure: AskFailed | null;
  readonly again: boolean;
  readonly turn: number;
}

/** Asks at the point in time of the address, and again when something is recorded. */
export const useAnswer = <Answer>({
  document,
  variables = {},
  countries,
  skip = false,
  steady,
}: Question): Asked<Answer> => {
  const { point } = useAddress().address;
  const asked = { ...variables, at: atOf(point) };
  const key = questionKey(document, asked);
  const [state, setState] = useState<State>({ key, failure: null, again: false, turn: 0 });
  const running = useRef<AbortController | null>(null);

  const read = useCallback(() => {
    if (skip) return;
    running.current?.abort();
    const turn = new AbortController();
    running.current = turn;
    void askAgain(
      () => answering<Answer>(key, document, asked, turn.signal),
      (failure, again) => setState(({ turn: count }) => ({ key, failure, again, turn: count + 1 })),
      turn.signal,
    );
  }, [key, skip]);

  useEffect(() => {
    if (!isFresh(key)) read();
    return () => running.current?.abort();
  }, [read]);

  useChanges(read, countries, isLive(point));

  const own = keptAnswer<Answer>(key);
  const before = useBefore(own, JSON.stringify(asked.at), steady);
  const { failure, again } = state.key === key ? state : { failure: null, again: false };
  const answer = own ?? before;
  return {
    answer,
    failure,
    again,
    loading: !skip && !answer && !failure,
    waning: own === null && before !== null,
    reload: read,
  };
};
