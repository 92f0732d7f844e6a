import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../../event-store.ts';
import type { ServerAddress } from './read-address.ts';
import { isServerGone } from './store-fault.ts';
import { type Patience, withPatience } from './with-patience.ts';

/** What every call to the server says. */
export interface CallOptions {
  readonly requiresLeader: true;
  readonly credentials?: { readonly username: string; readonly password: string };
}

/** How the server was found last time. */
export interface ServerContact {
  readonly answeredAt: Date | undefined;
  readonly fault: unknown;
}

/** A client for as long as it works. One that is stuck is put away, and the next call gets another. */
export interface ReplaceableClient {
  readonly options: CallOptions;
  readonly contact: ServerContact;
  /**
   * Makes one call, with an own time-out.
   * @throws what the client throws, NoAnswer, and StoreUnavailable once closed
   */
  call<Answer>(work: (client: EventStoreDBClient, patience: Patience) => Promise<Answer>): Promise<Answer>;
  /**
   * Aborts when the client that serves the present calls is put away. Of a subscription that is then cut off, the client
   * itself says nothing.
   */
  present(): AbortSignal;
  /** Waits for what is on its way, then closes the connection. */
  close(): Promise<void>;
}

interface Held {
  readonly client: EventStoreDBClient;
  readonly gone: AbortController;
  heardAt: number;
}

export const replaceableClient = (address: ServerAddress, timeoutMs: number): ReplaceableClient => {
  const credentials = address.credentials && { credentials: address.credentials };
  const underWay = new Set<Promise<unknown>>();
  const contact: { answeredAt: Date | undefined; fault: unknown } = { answeredAt: undefined, fault: undefined };
  let closed = false;
  let held = hold(address);

  const heard = (from: Held, fault: unknown) => {
    from.heardAt = performance.now();
    Object.assign(contact, { answeredAt: new Date(), fault });
  };
  const failed = (from: Held, error: unknown, askedAt: number) => {
    if (!isServerGone(error)) return heard(from, undefined);
    contact.fault = error;
    // Others were answered meanwhile: the server is slow, and the client works.
    if (from !== held || from.heardAt > askedAt || !isSilent(error)) return;
    held = hold(address);
    void putAway(from, address);
  };
  const callOn = async <Answer>(work: (client: EventStoreDBClient, patience: Patience) => Promise<Answer>) => {
    const [on, askedAt] = [held, performance.now()];
    try {
      const answer = await withPatience(timeoutMs, on.gone.signal, (patience) => work(on.client, patience));
      heard(on, undefined);
      return answer;
    } catch (error) {
      failed(on, error, askedAt);
      throw error;
    }
  };

  return {
    options: { requiresLeader: true, ...credentials },
    contact,
    async call(work) {
      if (closed) throw new StoreUnavailable('The event store is closed');
      const calling = callOn(work);
      underWay.add(calling);
      try {
        return await calling;
      } finally {
        underWay.delete(calling);
      }
    },
    present: () => held.gone.signal,
    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled(underWay);
      await putAway(held, address);
    },
  };
};

const hold = ({ connectionString }: ServerAddress): Held => ({
  client: EventStoreDBClient.connectionString(connectionString),
  gone: new AbortController(),
  heardAt: 0,
});

const isSilent = (error: unknown): boolean => (error as Error).name === 'NoAnswer';

/** `dispose` ends the client's streams and leaves its connection open, and no method closes that. */
const putAway = async ({ client, gone }: Held, { single }: ServerAddress): Promise<void> => {
  gone.abort(new StoreUnavailable('The connection to KurrentDB was given up'));
  await client.dispose();
  const closing = client['getChannel']().then(
    (channel) => channel.close(),
    () => {},
  );
  // To find the channel of several servers the client may look for them first, which nobody waits for.
  if (single) await closing;
};
