import type { LoggedMessage } from '../../message-log.ts';
import { loggedMessage, type StoredMessage } from './nats-message.ts';
import type { StreamReader } from './stream-reader.ts';

const LONGEST_PAGE = 64;

/**
 * The newest message that the relay published. The very last can have been lost, or have come from somebody else: it is
 * looked for from the end backwards, in ever longer pages.
 */
export const newestOfOurs = async (
  reader: StreamReader,
  firstSequence: number,
  lastSequence: number,
): Promise<LoggedMessage | undefined> => {
  const first = Math.max(1, firstSequence);
  for (let [upTo, length] = [lastSequence, 1]; upTo >= first; length = Math.min(LONGEST_PAGE, length * 8)) {
    const from = Math.max(first, upTo - length + 1);
    const newest = (await between(reader, from, upTo)).map(loggedMessage).findLast(isOurs);
    if (newest) return newest;
    upTo = from - 1;
  }
  return undefined;
};

const between = async (reader: StreamReader, from: number, upTo: number): Promise<readonly StoredMessage[]> => {
  if (from === upTo) {
    const only = await reader.lookAt(from);
    return only ? [only] : [];
  }
  const found: StoredMessage[] = [];
  for (let next = from; next <= upTo; ) {
    const page = await reader.read(next, upTo - next + 1);
    if (page.length === 0) break;
    found.push(...page);
    next = (page.at(-1)?.sequence ?? upTo) + 1;
  }
  return found;
};

const isOurs = ({ position, messageId }: LoggedMessage): boolean => position > 0 && messageId !== '';
