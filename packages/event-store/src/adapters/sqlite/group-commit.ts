/** Work done in one transaction with others: each piece answers for itself, and nobody is answered before the commit. */
export interface GroupCommit<Work, Answer> {
  submit(work: Work): Promise<Answer>;
  /** Commits whatever waits. */
  flush(): void;
}

interface Waiting<Work, Answer> {
  readonly work: Work;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** So many that one fsync is well shared, and so few that the process still answers other requests in between. */
const GROUP_SIZE = 256;

/**
 * Gathers what is submitted in the same turn of the event loop and hands it over together. While a commit blocks the
 * loop, further requests gather behind it: the busier, the larger the groups. A lone one waits for no timer.
 * @param commitTogether does all the work in one transaction, or throws and leaves no trace of any of it
 */
export const groupCommit = <Work, Answer>(
  commitTogether: (group: readonly Work[]) => readonly Answer[],
): GroupCommit<Work, Answer> => {
  const waiting: Waiting<Work, Answer>[] = [];
  let scheduled = false;

  const commitGroup = () => {
    const group = waiting.splice(0, GROUP_SIZE);
    try {
      const answers = commitTogether(group.map(({ work }) => work));
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };
  const turn = () => {
    scheduled = false;
    if (waiting.length > 0) commitGroup();
    schedule();
  };
  const schedule = () => {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    setImmediate(turn);
  };

  return {
    submit: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject });
        schedule();
      }),
    flush() {
      while (waiting.length > 0) commitGroup();
    },
  };
};
