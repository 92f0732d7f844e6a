/** Nothing was heard for longer than a caller waits. What was asked for may have happened all the same. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** What a piece of work is given by whoever waits for it. */
export interface Patience {
  /** Something was heard: the time begins anew. */
  alive(): void;
  /** Aborts when nobody waits any longer. Whatever is open is then to be closed. */
  readonly givenUp: AbortSignal;
}

/**
 * Waits for work as long as something is heard from it at least every so many milliseconds. The client's own deadlines
 * do not bound its calls: a server that is frozen would hold them for most of a minute.
 * @param called aborts to give up before the time is over; its reason is what is then thrown
 * @throws NoAnswer
 */
export const withPatience = async <Answer>(
  ms: number,
  called: AbortSignal,
  work: (patience: Patience) => Promise<Answer>,
): Promise<Answer> => {
  const givingUp = new AbortController();
  const expired = () => givingUp.abort(new NoAnswer(`nothing was heard for ${ms} ms`));
  const callOff = () => givingUp.abort(called.reason);
  const timer = setTimeout(expired, ms);
  let waiting = true;
  const alive = () => void (waiting && timer.refresh());
  const { promise: over, reject } = Promise.withResolvers<never>();
  givingUp.signal.addEventListener('abort', () => reject(givingUp.signal.reason), { once: true });
  called.addEventListener('abort', callOff, { once: true });
  if (called.aborted) callOff();
  try {
    return await Promise.race([over, work({ alive, givenUp: givingUp.signal })]);
  } finally {
    waiting = false;
    clearTimeout(timer);
    called.removeEventListener('abort', callOff);
  }
};
