import type { RecordedEvent } from '@demarche/contracts';
import type { ViewFile } from '../engine/view-file.ts';
import { everyQuestion } from './every-question.ts';
import { viewing } from './viewing.ts';

/** What came out of a way of delivering a history: every row of every view, and the answer to every question. */
export interface Outcome {
  readonly contentHash: string;
  readonly answers: readonly unknown[];
}

type Delivery = (file: Pick<ViewFile, 'apply' | 'makeIndexes'>, events: readonly RecordedEvent[]) => void;

/**
 * All at once; each event twice, in a transaction of its own; in batches that divide what one command recorded; and as a
 * first build does, the amending events after all others, but for the last few, which come to the finished file.
 */
const DELIVERIES: Readonly<Record<'once' | 'twice' | 'rebuilt' | 'inBulk', Delivery>> = {
  once: (file, events) => void file.apply(events),
  twice: (file, events) => {
    for (const [index, event] of events.entries()) {
      file.apply([event]);
      file.apply(events.slice(Math.max(0, index - 2), index + 1));
    }
  },
  rebuilt: (file, events) => {
    for (let start = 0; start < events.length; start += 7) file.apply(events.slice(start, start + 7));
  },
  inBulk: (file, events) => {
    file.apply(events.slice(0, -5));
    file.makeIndexes();
    file.apply(events.slice(-5));
  },
};

const outcomeOf = async (
  how: keyof typeof DELIVERIES,
  events: readonly RecordedEvent[],
  today: string,
): Promise<Outcome> => {
  const views = viewing([], today, how === 'inBulk' ? 'bulk' : 'indexed');
  DELIVERIES[how](views.file, events);
  const answers: unknown[] = [];
  for (const { query, question } of everyQuestion(events)) answers.push(await views.ask(query, question as never));
  const outcome = { contentHash: views.file.contentHash(), answers };
  views.file.close();
  return outcome;
};

/** Tells a history once, with every event delivered twice, anew from nothing in other batches, and in bulk. All outcomes must be equal. */
export const tellEachWay = async (
  events: readonly RecordedEvent[],
  today: string,
): Promise<Readonly<Record<keyof typeof DELIVERIES, Outcome>>> => ({
  once: await outcomeOf('once', events, today),
  twice: await outcomeOf('twice', events, today),
  rebuilt: await outcomeOf('rebuilt', events, today),
  inBulk: await outcomeOf('inBulk', events, today),
});
