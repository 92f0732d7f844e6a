import type { Msg, NatsConnection } from 'nats';
import { backOffMs } from '../../back-off.ts';
import { BusUnavailable } from '../../message-log.ts';
import { wakeUp } from '../../wake-up.ts';
import { systemTiming } from '../in-process/system-timing.ts';
import type { NatsOptions } from './nats-options.ts';
import { meaningOf, unavailable } from './nats-trouble.ts';
import { reachBus } from './reach-bus.ts';

/** A connection to the bus that is made again and again, for as long as it takes. It begins by itself, and nobody waits for it. */
export interface BusConnection {
  /** Why there is no connection at the moment, in one sentence; nothing while there is one. */
  readonly trouble: string | undefined;
  /** @throws BusUnavailable while there is none */
  live(): NatsConnection;
  /** Calls back for each message on a subject, over this connection and every later one. Returns how to stop. */
  subscribe(subject: string, listener: (message: Msg) => void): () => void;
  /** Calls back each time a connection was made, once every subscription stands again. Returns how to stop. */
  onConnected(listener: () => void): () => void;
  /** Ends it for good, once what was published is on its way. */
  close(): Promise<void>;
}

interface Subscription {
  readonly subject: string;
  readonly listener: (message: Msg) => void;
  stop: () => void;
}

const CONNECTION_LOST = 'The connection to the bus is lost';
const CONNECTION_CLOSED = 'The connection to the bus is closed';
const LONGEST_FAREWELL_MS = 1_000;

/** Connects to NATS, by itself and for ever: a bus that is down keeps no service from starting. */
export const connectNats = (given: NatsOptions): BusConnection => {
  const options = { timing: systemTiming, backOff: { firstMs: 250, mostMs: 5_000 }, onTrouble: () => {}, ...given };
  const { timing, onTrouble } = options;
  const closing = new AbortController();
  const calledOff = wakeUp(timing);
  const subscriptions = new Set<Subscription>();
  const listeners = new Set<{ readonly call: () => void }>();
  let connection: NatsConnection | undefined;
  let trouble: string | undefined = 'The bus is not connected yet';

  /** What is thrown within the library's reading would end it without a word: the connection would be deaf. */
  const withoutHarm = (call: () => void): void => {
    try {
      call();
    } catch (thrown) {
      onTrouble(thrown);
    }
  };
  const open = (made: NatsConnection, { subject, listener }: Subscription): (() => void) => {
    const callback = (error: unknown, message: Msg): void => {
      if (error) onTrouble(unavailable(error));
      else withoutHarm(() => listener(message));
    };
    const subscription = made.subscribe(subject, { callback });
    return () => subscription.unsubscribe();
  };
  /** Resolves when the connection is over, with what ended it. */
  const hold = async (made: NatsConnection): Promise<unknown> => {
    const over = made.closed();
    const close = () => void made.close();
    closing.signal.addEventListener('abort', close);
    connection = made;
    for (const subscription of subscriptions) subscription.stop = open(made, subscription);
    await Promise.race([made.flush().catch(() => {}), over]);
    trouble = undefined;
    for (const { call } of listeners) withoutHarm(call);
    const reason = await over;
    connection = undefined;
    closing.signal.removeEventListener('abort', close);
    return reason;
  };
  const connectOnce = async (): Promise<unknown> => {
    const made = await reachBus(options, timing.random(), closing.signal);
    if (closing.signal.aborted) return made.close();
    const reason = await hold(made);
    return new BusUnavailable(reason ? `The connection to the bus is lost: it ${meaningOf(reason)}` : CONNECTION_LOST);
  };
  const run = async (): Promise<void> => {
    let failures = 0;
    while (!closing.signal.aborted) {
      const lost = await connectOnce().then(
        (error) => ({ error, failures: 1 }),
        (error: unknown) => ({ error, failures: failures + 1 }),
      );
      failures = lost.failures;
      if (closing.signal.aborted) return;
      trouble = unavailable(lost.error).message;
      onTrouble(lost.error);
      await calledOff.wait(backOffMs(failures, options.backOff, timing));
    }
  };
  /** What a frozen server leaves unanswered is not waited for. */
  const atMost = async (ms: number, work: Promise<unknown>): Promise<void> => {
    const over = wakeUp(timing);
    void work.then(over.ring, over.ring);
    await over.wait(ms);
  };
  const running = run();

  return {
    get trouble() {
      return trouble;
    },
    live() {
      if (closing.signal.aborted) throw new BusUnavailable(CONNECTION_CLOSED);
      if (trouble !== undefined || !connection || connection.isClosed()) {
        throw new BusUnavailable(trouble ?? CONNECTION_LOST);
      }
      return connection;
    },
    subscribe(subject, listener) {
      const subscription: Subscription = { subject, listener, stop: () => {} };
      subscriptions.add(subscription);
      if (connection && !connection.isClosed()) subscription.stop = open(connection, subscription);
      return () => {
        if (subscriptions.delete(subscription)) subscription.stop();
      };
    },
    onConnected(call) {
      const listener = { call };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      if (connection && !connection.isClosed()) await atMost(LONGEST_FAREWELL_MS, connection.flush());
      closing.abort();
      calledOff.ring();
      await atMost(LONGEST_FAREWELL_MS, running);
    },
  };
};
