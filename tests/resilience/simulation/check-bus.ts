import { isDeepStrictEqual } from 'node:util';
import type { RecordedEvent } from '@demarche/contracts';
import { eventIn, type LoggedMessage, type MessageLog } from '@demarche/messaging';
import type { BusHistory } from './chaos.ts';
import { Violation } from './violation.ts';

/**
 * The bus holds every event once and in order, but for what it was made to lose. Of a bus that was purged it is asked
 * only that it says nothing wrong: its numbers went on, so that a message which was on its way can find the place free
 * that it was meant for before. The stream's settings forbid a purge; readers come to no harm by one.
 */
export const checkBus = async (
  bus: MessageLog,
  events: readonly RecordedEvent[],
  { lost, purged }: BusHistory,
): Promise<void> => {
  const messages = await bus.read(1, events.length * 10 + 100);
  for (const message of messages) sayNothingWrong(message, events);
  if (purged) return;
  const positions = messages.map(({ position }) => position);
  const astray = positions.findIndex((position, index) => position <= (positions[index - 1] ?? 0));
  if (astray >= 0) throw new Violation(`The bus holds position ${positions[astray]} behind ${positions[astray - 1]}`);
  const held = new Set(positions);
  const missing = events.find(({ position }) => !held.has(position) && !lost.has(position));
  if (missing) throw new Violation(`The bus does not hold position ${missing.position}`);
};

const sayNothingWrong = (message: LoggedMessage, events: readonly RecordedEvent[]): void => {
  const { position, previousPosition } = message;
  if (!isDeepStrictEqual(eventIn(message), events[position - 1])) {
    throw new Violation(`The message for position ${position} is not its event`);
  }
  if (previousPosition === position - 1) return;
  throw new Violation(`The message for position ${position} names ${previousPosition} as the one before`);
};
