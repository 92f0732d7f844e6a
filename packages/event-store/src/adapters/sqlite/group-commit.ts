/** Work done in one transaction with others: each piece answers for itself, and nobody is answered before the commit. */
export interface GroupCommit<Work, Answer> {
  submit(work: Work): Promise<Answer>;
  /** Commits whatever waits. */
  flush(): void;
}

/** How long work waits for an obstacle that passes by itself, such as another program's write. */
export interface Patience {
  readonly ms: number;
  readonly isPassing: (error: unknown) => boolean;
}

interface Waiting<Work, Answer> {
  readonly work: Work;
  readonly since: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** So many that one fsync is well shared, and so few that the process still answers other requests in between. */
const GROUP_SIZE = 256;

const PAUSE_MS = 10;

/**
 * Gathers what is submitted in the same turn of the event loop and hands it over together. While a commit blocks the
 * loop, further requests gather behind it: the busier, the larger the groups. A lone one waits for no timer. What meets an
 * obstacle that passes is tried again, and the loop goes on meanwhile.
 * @param commitTogether does all the work in one transaction, or throws and leaves no trace of any of it
 */
export const groupCommit = <Work, Answer>(
  commitTogether: (group: readonly Work[]) => readonly Answer[],
  patience: Patience,
): GroupCommit<Work, Answer> => {
  const waiting: Waiting<Work, Answer>[] = [];
  let scheduled = false;

  /** @returns whether an obstacle is in the way that may pass */
  const commitGroup = (patienceMs: number): boolean => {
    const group = waiting.splice(0, GROUP_SIZE);
    try {
      const answers = commitTogether(group.map(({ work }) => work));
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
      return false;
    } catch (error) {
      const stillPatient = (item: Waiting<Work, Answer>) =>
        patience.isPassing(error) && performance.now() - item.since < patienceMs;
      const keep = group.filter(stillPatient);
      waiting.unshift(...keep);
      for (const item of group) if (!keep.includes(item)) item.reject(error);
      return keep.length > 0;
    }
  };
  const turn = () => {
    scheduled = false;
    schedule(waiting.length > 0 && commitGroup(patience.ms));
  };
  const schedule = (later = false) => {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    if (later) setTimeout(turn, PAUSE_MS);
    else setImmediate(turn);
  };

  return {
    submit: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, since: performance.now(), resolve, reject });
        schedule();
      }),
    flush() {
      while (waiting.length > 0) commitGroup(0);
    },
  };
};
