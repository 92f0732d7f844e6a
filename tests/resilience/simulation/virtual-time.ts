/** Time that passes only when nothing else is left to do, from one thing that was put off to the next. */
export interface VirtualTime {
  /** Milliseconds since the world began. */
  now(): number;
  /** Calls back once, after so many milliseconds. Returns how to call it off. */
  after(ms: number, call: () => void): () => void;
  /** Lets time pass until it is told to stop, nothing is put off any more, or the time is over. */
  pass(until: {
    readonly holds: () => boolean;
    readonly latest: number;
  }): Promise<'holds' | 'nothing-left' | 'too-late'>;
  /** How many things were done. */
  steps(): number;
}

interface PutOff {
  readonly at: number;
  readonly order: number;
  call: (() => void) | undefined;
}

const isBefore = (one: PutOff, other: PutOff): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** Of so many turns of the event loop in a row each costs next to nothing. */
const TURNS_AT_ONCE = 64;

/**
 * Calls again and again until it has an answer, each time after everything that promises still have to do is done: none
 * of the code under test waits for anything but us.
 */
const eachTurn = <Answer>(turn: () => Answer | undefined): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let over = false;
    const takeTurn = () => {
      if (over) return;
      try {
        const answer = turn();
        over = answer !== undefined;
        if (answer !== undefined) resolve(answer);
      } catch (error) {
        over = true;
        reject(error);
      }
    };
    const takeTurns = () => {
      for (let index = 0; index < TURNS_AT_ONCE; index += 1) setImmediate(takeTurn);
      if (!over) setImmediate(takeTurns);
    };
    takeTurns();
  });

export const virtualTime = (): VirtualTime => {
  const heap: PutOff[] = [];
  let [now, order, steps] = [0, 0, 0];

  const push = (entry: PutOff) => {
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(entry, heap[parent] as PutOff)) break;
      heap[index] = heap[parent] as PutOff;
      index = parent;
    }
    heap[index] = entry;
  };
  const sink = (entry: PutOff) => {
    let index = 0;
    for (let child = 1; child < heap.length; child = 2 * index + 1) {
      const right = heap[child + 1];
      const least = right && isBefore(right, heap[child] as PutOff) ? child + 1 : child;
      if (!isBefore(heap[least] as PutOff, entry)) break;
      heap[index] = heap[least] as PutOff;
      index = least;
    }
    heap[index] = entry;
  };
  const pop = (): PutOff | undefined => {
    const [first] = heap;
    const last = heap.pop();
    if (last && heap.length > 0) sink(last);
    return first;
  };

  return {
    now: () => now,
    after(ms, call) {
      const entry: PutOff = { at: now + Math.max(0, Math.round(ms)), order, call };
      order += 1;
      push(entry);
      return () => {
        entry.call = undefined;
      };
    },
    pass: ({ holds, latest }) =>
      eachTurn(() => {
        if (holds()) return 'holds';
        let next = pop();
        while (next && !next.call) next = pop();
        if (!next) return 'nothing-left';
        if (next.at > latest) return 'too-late';
        now = next.at;
        steps += 1;
        next.call?.();
        return undefined;
      }),
    steps: () => steps,
  };
};
