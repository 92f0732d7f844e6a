import type { Position } from '@demarche/contracts';
import type { Feed } from '@demarche/messaging';
import type { LastEvent } from './last-event.ts';

/**
 * What the record says of views. `shorter`: it ends before they do. `another`: it holds another event, or none, where they
 * end. `unknown`: it did not say, or nobody knows with which event they end, or there is no record, and what stands in for it
 * does not reach as far.
 */
export type AgainstRecord = 'same' | 'shorter' | 'another' | 'unknown';

/** A record as views ask it: a feed, which is waited for, or what says null where there is no answer. */
export interface AskedRecord extends Pick<Feed, 'mayGoBack'> {
  head(): Promise<Position | null>;
  idAt(position: Position): Promise<string | undefined | null>;
}

/**
 * Holds views against the record by their last event: a record that was put back and has grown since can be as long as before.
 * @param known how far the record goes, where it was asked already, after the views were looked at; null where it did not say
 */
export const againstRecord = async (
  record: AskedRecord,
  { position, eventId }: LastEvent,
  known?: Position | null,
): Promise<AgainstRecord> => {
  if (position === 0) return 'unknown';
  const head = known === undefined ? await record.head() : known;
  if (head === null) return 'unknown';
  if (head < position) return whereItEndsBefore(record);
  if (eventId === null) return 'unknown';
  const onRecord = await record.idAt(position);
  if (onRecord === null) return 'unknown';
  return onRecord === eventId ? 'same' : 'another';
};

const whereItEndsBefore = ({ mayGoBack }: AskedRecord): AgainstRecord => (mayGoBack ? 'unknown' : 'shorter');
