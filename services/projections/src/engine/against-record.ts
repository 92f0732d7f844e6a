import type { Position } from '@demarche/contracts';
import type { Feed } from '@demarche/messaging';
import { soon } from '@demarche/service-kit';
import type { LastEvent } from './last-event.ts';

/**
 * What the record says of views. `shorter`: it ends before they do. `another`: it holds another event, or none, where they
 * end. `unknown`: it did not say so soon, or nobody knows with which event they end.
 */
export type AgainstRecord = 'same' | 'shorter' | 'another' | 'unknown';

/** The record was put back behind the views' back. They must not move on: what they hold and what would come is not one history. */
export class ViewsOfAnotherRecord extends Error {
  override readonly name = 'ViewsOfAnotherRecord';
}

const SOON_MS = 500;

/** What the record answers; null where it does not answer soon. Whoever asks how the views do is not to wait for the record. */
export const answerSoon = <Answer>(answer: Promise<Answer>): Promise<Answer | null> =>
  soon(
    answer.catch(() => null),
    SOON_MS,
    null,
  );

/**
 * Holds views against the record by their last event: a record that was put back and has grown since can be as long as before.
 * @param head how far the record goes, asked for after the views were looked at; null where it does not say
 */
export const againstRecord = async (
  feed: Pick<Feed, 'idAt'>,
  { position, eventId }: LastEvent,
  head: Position | null,
): Promise<AgainstRecord> => {
  if (head === null) return 'unknown';
  if (head < position) return 'shorter';
  if (eventId === null) return 'unknown';
  const onRecord = await answerSoon(feed.idAt(position));
  if (onRecord === null) return 'unknown';
  return onRecord === eventId ? 'same' : 'another';
};

const REMEDY = 'Stop this service, delete the files of its views, and start it again';

const sentences: Partial<Record<AgainstRecord, (position: Position) => string>> = {
  shorter: () => `The views hold more than the record: an older backup of it was restored. ${REMEDY}`,
  another: (position) =>
    `The views hold another event at position ${position} than the record: an older backup of it was restored, and more has been recorded since. ${REMEDY}`,
};

/** What is wrong with views on this record, and what to do; null where nothing is known to be. */
export const wrongOnRecord = (told: AgainstRecord, position: Position): string | null =>
  sentences[told]?.(position) ?? null;

/** Asks the record now, and says what is wrong with views that end so. */
export const askWhatIsWrong = async (feed: Pick<Feed, 'head' | 'idAt'>, last: LastEvent): Promise<string | null> => {
  if (last.position === 0) return null;
  const head = await answerSoon(feed.head());
  return wrongOnRecord(await againstRecord(feed, last, head), last.position);
};
