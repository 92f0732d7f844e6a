import { performance } from 'node:perf_hooks';
import type { Feed } from '@demarche/messaging';
import { type AskedRecord, againstRecord } from './against-record.ts';
import { answeringSoon } from './answering-soon.ts';
import type { LastEvent } from './last-event.ts';
import { ViewsOfAnotherRecord, wrongOnRecord } from './views-of-another-record.ts';

/** Keeps views from taking events of another record than the one whose events they hold. */
export interface RecordWatch {
  /**
   * Asks the record. Where it does not answer soon, it is as it said last: the bus may go on while it is away.
   * @throws ViewsOfAnotherRecord
   */
  compare(): Promise<void>;
  /**
   * Does so unless the record said a moment ago that it is the same; belongs before each batch.
   * @throws ViewsOfAnotherRecord
   */
  compareNowAndThen(): Promise<void>;
}

interface Watched {
  readonly feed: Pick<Feed, keyof AskedRecord>;
  readonly last: () => LastEvent;
  readonly everyMs: number;
}

const NEVER = Number.NEGATIVE_INFINITY;

export const recordWatch = ({ feed, last, everyMs }: Watched): RecordWatch => {
  const record = answeringSoon(feed);
  let sameAt = NEVER;
  let refused: { readonly eventId: string | null; readonly sentence: string } | undefined;

  const whatIsWrong = async (): Promise<string | null> => {
    const end = last();
    const told = await againstRecord(record, end);
    const sentence = wrongOnRecord(told, end.position);
    // Only its answer counts. A batch taken unasked moves the views' last event, by which alone another record is known: one
    // that was away and comes back as another would be the same from then on. So it is asked before every batch until it
    // answers, though a frozen one costs each batch of the bus half a second.
    sameAt = told === 'same' ? performance.now() : NEVER;
    if (told !== 'unknown') refused = sentence === null ? undefined : { eventId: end.eventId, sentence };
    else if (end.eventId !== null && end.eventId === refused?.eventId) return refused.sentence;
    return sentence;
  };
  const compare = async () => {
    const wrong = await whatIsWrong();
    if (wrong !== null) throw new ViewsOfAnotherRecord(wrong);
  };
  return {
    compare,
    async compareNowAndThen() {
      if (performance.now() - sameAt >= everyMs) await compare();
    },
  };
};
