import type { BusConnection } from './connect-nats.ts';
import type { StoredMessage } from './nats-message.ts';
import { jetStreamErrorOf, unavailable } from './nats-trouble.ts';
import { type Consumer, placeConsumer } from './place-consumer.ts';
import { type Pull, pull } from './pull.ts';

export interface StreamReader {
  /**
   * At most `limit` messages with this sequence or a later one; fewer where they are large.
   * @throws BusUnavailable
   */
  read(fromSequence: number, limit: number): Promise<readonly StoredMessage[]>;
  /** The first message with this sequence or a later one. For looking around: it leaves no place behind. */
  lookAt(fromSequence: number): Promise<StoredMessage | undefined>;
}

const LARGEST_PAGE = 8 * 1_024 * 1_024;
const NO_SUCH_MESSAGE = 10_037;
const MOST_PLACES = 16;

/** The first message from a sequence on, whatever it is about. */
const fromOn = (seq: number) => ({ seq, next_by_subj: '>' });

/** Reads on from wherever reading ended before without finding the place anew. Knows nothing that it could not do without. */
export const streamReader = (bus: BusConnection, stream: string, withinMs: number): StreamReader => {
  /** Places to read on from, by the sequence that comes next there. */
  const places = new Map<number, Consumer[]>();

  const takePlace = (sequence: number): Consumer | undefined => {
    const consumer = places.get(sequence)?.pop();
    if (places.get(sequence)?.length === 0) places.delete(sequence);
    return consumer;
  };
  /** What is left out is forgotten by the server, too, after a while. */
  const keepPlace = (sequence: number, consumer: Consumer): void => {
    places.set(sequence, [...(places.get(sequence) ?? []), consumer]);
    const [oldest] = places.keys();
    if (places.size > MOST_PLACES && oldest !== undefined) places.delete(oldest);
  };
  const readAt = async (consumer: Consumer, from: number, asked: Pull) => {
    const pulled = await pull(bus.live(), consumer, asked);
    if (pulled.outcome === 'lost') return undefined;
    const { messages } = pulled;
    const delivered = consumer.delivered + messages.length;
    keepPlace((messages.at(-1)?.sequence ?? from - 1) + 1, { ...consumer, delivered });
    return messages;
  };

  return {
    async read(from, limit) {
      try {
        const connection = bus.live();
        const largestPage = Math.max(LARGEST_PAGE, 2 * (connection.info?.max_payload ?? 0));
        const asked = { stream, limit, largestPage, withinMs };
        const known = takePlace(from);
        const messages = known && (await readAt(known, from, asked));
        if (messages) return messages;
        const anew = await readAt(await placeConsumer(connection, { ...asked, from }), from, asked);
        if (anew) return anew;
        throw new Error(`it gave up a place in the stream ${stream} as soon as it had made it`);
      } catch (error) {
        throw unavailable(error);
      }
    },
    async lookAt(from) {
      try {
        const manager = await bus.live().jetstreamManager({ timeout: withinMs, checkAPI: false });
        const { seq, subject, header, data } = await manager.streams.getMessage(stream, fromOn(from));
        return { sequence: seq, subject, headers: header, data };
      } catch (error) {
        if (jetStreamErrorOf(error) === NO_SUCH_MESSAGE) return undefined;
        throw unavailable(error);
      }
    },
  };
};
