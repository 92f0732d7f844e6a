import type { RecordedEvent } from '@demarche/contracts';
import { messageOf, type OutgoingMessage } from '@demarche/messaging';
import type { Place } from './publish-in-order.ts';

/** Events on their way to the bus, and the messages that carry them. */
export interface Page {
  readonly events: readonly RecordedEvent[];
  readonly messages: readonly OutgoingMessage[];
}

export const pageOfMessages = (events: readonly RecordedEvent[], { position }: Place): Page => ({
  events,
  messages: events.map((event, index) => messageOf(event, events[index - 1]?.position ?? position)),
});

export const bytesOf = ({ body }: OutgoingMessage): number => Buffer.byteLength(body);

/** Parts of so many bytes at most, in order; a larger message is a part by itself. */
export const inPortions = function* (messages: readonly OutgoingMessage[], mostBytes: number) {
  let portion: OutgoingMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = bytesOf(message);
    if (portion.length > 0 && bytes + size > mostBytes) {
      yield portion;
      [portion, bytes] = [[], 0];
    }
    portion.push(message);
    bytes += size;
  }
  if (portion.length > 0) yield portion;
};
