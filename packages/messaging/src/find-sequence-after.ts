import type { Position } from '@demarche/contracts';
import type { LogEnd, MessageLog } from './message-log.ts';

/** The sequence of the first message after a position, by binary search over the positions in the messages' headers. */
export const findSequenceAfter = async (log: MessageLog, end: LogEnd, after: Position): Promise<number> => {
  let [low, high] = [end.firstSequence, end.lastSequence + 1];
  if (end.position <= after) return high;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    const [message] = await log.read(middle, 1);
    if (!message || message.position > after) high = middle;
    else low = message.sequence + 1;
  }
  return low;
};
