import type { RecordedEvent } from '@demarche/contracts';
import { connect, type JetStreamManager } from 'nats';
import type { Finding } from '../load/acknowledged.ts';

const STREAM = 'DEMARCHE';

/** So many messages are asked for at once, and each is waited for so long: there can be very many, on a busy machine. */
const AT_ONCE = 200;
const PATIENCE_MS = 60_000;

/** How many messages stand on the bus; 0 where there is no stream yet. */
export const lengthOfBus = async (url: string): Promise<number> => {
  const connection = await connect({ servers: url });
  try {
    const manager = await connection.jetstreamManager();
    return (await manager.streams.info(STREAM)).state.messages;
  } catch {
    return 0;
  } finally {
    await connection.close();
  }
};

/** Reads what stands on the bus as a stranger would: every event once, in the order of the record, and nothing else. */
export const judgeBus = async (url: string, events: readonly RecordedEvent[]): Promise<readonly Finding[]> => {
  const connection = await connect({ servers: url });
  try {
    const manager = await connection.jetstreamManager({ timeout: PATIENCE_MS });
    const { state } = await manager.streams.info(STREAM);
    const found: (readonly string[])[] = [];
    for (let from = 0; from < events.length; from += AT_ONCE) {
      const page = events.slice(from, from + AT_ONCE);
      found.push(...(await Promise.all(page.map((event, index) => differenceAt(manager, from + index + 1, event)))));
    }
    const count =
      state.messages === events.length ? [] : [`The bus holds ${state.messages} messages of ${events.length} events`];
    return [...count, ...found.flat()].map((what) => ({ kind: 'bus-differs', what }));
  } finally {
    await connection.close();
  }
};

const differenceAt = async (
  manager: JetStreamManager,
  sequence: number,
  { eventId, position }: RecordedEvent,
): Promise<readonly string[]> => {
  const expected = `${eventId} at position ${position}`;
  try {
    const message = await manager.streams.getMessage(STREAM, { seq: sequence });
    const { id } = message.json<{ id: string }>();
    const is = `${id} at position ${message.header.get('Demarche-Position')}`;
    return is === expected ? [] : [`Message ${sequence} is ${is}, in place of ${expected}`];
  } catch (error) {
    return [`Message ${sequence} cannot be read (${String(error)}), in place of ${expected}`];
  }
};
