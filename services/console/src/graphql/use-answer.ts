import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useAddress } from '../address/address-provider.tsx';
import { atOf, isNow } from '../address/point-in-time.ts';
import { AskFailed, ask } from './ask.ts';
import { changes } from './changes.ts';
import { ownPosition } from './send-command.ts';

/** The state of a question on a page. An answer stays on the page while it is asked anew, and when asking anew fails. */
export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly failure: AskFailed | null;
  readonly loading: boolean;
  reload(): void;
}

export interface Question {
  readonly document: string;
  readonly variables?: object;
  /** Only changes about these countries are of interest; without it every change is. */
  readonly countries?: readonly string[];
  /** Nothing is asked yet. */
  readonly skip?: boolean;
}

const kept = new Map<string, unknown>();
const KEPT_AT_MOST = 40;

const keep = (key: string, answer: unknown): void => {
  kept.delete(key);
  kept.set(key, answer);
  const oldest = kept.keys().next();
  if (kept.size > KEPT_AT_MOST && !oldest.done) kept.delete(oldest.value);
};

/** Forgets every answer, as when another person signs in. */
export const forgetAnswers = (): void => kept.clear();

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
    return fault instanceof AskFailed ? fault : new AskFailed('refused', 'Something went wrong on this page.');
  }
};

/** Asks at the point in time of the address, and again when something is recorded. */
export const useAnswer = <Answer>({ document, variables = {}, countries, skip = false }: Question): Asked<Answer> => {
  const { point } = useAddress().address;
  const asked = { ...variables, at: atOf(point) };
  const key = JSON.stringify([document, asked]);
  const [state, setState] = useState<{ key: string; failure: AskFailed | null; turn: number }>({
    key,
    failure: null,
    turn: 0,
  });
  const running = useRef<AbortController | null>(null);

  const read = useCallback(() => {
    if (skip) return;
    running.current?.abort();
    const turn = new AbortController();
    running.current = turn;
    void (async () => {
      const failure = await answering<Answer>(key, document, asked, turn.signal);
      if (turn.signal.aborted) return;
      running.current = null;
      setState(({ turn: count }) => ({ key, failure, turn: count + 1 }));
    })();
  }, [key, skip]);

  useEffect(() => {
    read();
    return () => running.current?.abort();
  }, [read]);

  useEffect(() => {
    if (!isNow(point) && point.known === 'then') return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const forget = changes.onChange((change) => {
      const concerns =
        !countries || change.countries.length === 0 || change.countries.some((code) => countries.includes(code));
      if (!concerns) return;
      clearTimeout(waiting);
      waiting = setTimeout(read, 120);
    });
    return () => {
      clearTimeout(waiting);
      forget();
    };
  }, [read, countries?.join()]);

  const answer = (kept.get(key) as Answer | undefined) ?? null;
  const failure = state.key === key ? state.failure : null;
  return { answer, failure, loading: !skip && answer === null && failure === null, reload: read };
};
