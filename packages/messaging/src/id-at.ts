import type { Position } from '@demarche/contracts';
import type { RecordOfEvents } from './log-cursor.ts';

/** The id of the event that a record holds at a position; nothing where there is none. */
export const idAt = async (
  record: Pick<RecordOfEvents, 'readAll'>,
  position: Position,
): Promise<string | undefined> => {
  const [event] = await record.readAll(position - 1, 1);
  return event?.position === position ? event.eventId : undefined;
};
