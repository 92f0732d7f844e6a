import { performance } from 'node:perf_hooks';
import type { Feed } from '@demarche/messaging';
import { askWhatIsWrong, ViewsOfAnotherRecord } from './against-record.ts';
import type { LastEvent } from './last-event.ts';

/** Keeps views from taking events of another record than the one whose events they hold. */
export interface RecordWatch {
  /**
   * Asks the record. Where it does not answer soon, nothing is wrong: the bus may go on while it is away.
   * @throws ViewsOfAnotherRecord
   */
  compare(): Promise<void>;
  /**
   * Does so unless it was done a moment ago; belongs before each batch.
   * @throws ViewsOfAnotherRecord
   */
  compareNowAndThen(): Promise<void>;
}

interface Watched {
  readonly feed: Pick<Feed, 'head' | 'idAt'>;
  readonly last: () => LastEvent;
  readonly everyMs: number;
}

export const recordWatch = ({ feed, last, everyMs }: Watched): RecordWatch => {
  let comparedAt = Number.NEGATIVE_INFINITY;
  const compare = async () => {
    const wrong = await askWhatIsWrong(feed, last());
    comparedAt = performance.now();
    if (wrong !== null) throw new ViewsOfAnotherRecord(wrong);
  };
  return {
    compare,
    async compareNowAndThen() {
      if (performance.now() - comparedAt >= everyMs) await compare();
    },
  };
};
