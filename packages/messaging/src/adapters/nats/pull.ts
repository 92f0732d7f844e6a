import { createInbox, type Msg, type NatsConnection } from 'nats';
import { BusUnavailable } from '../../message-log.ts';
import type { StoredMessage } from './nats-message.ts';
import type { Consumer } from './place-consumer.ts';

export interface Pull {
  readonly stream: string;
  readonly limit: number;
  /** At most so many bytes come at a time; one message always does. */
  readonly largestPage: number;
  /** So long nothing new may come. */
  readonly withinMs: number;
}

export type Pulled =
  | { readonly outcome: 'pulled'; readonly messages: readonly StoredMessage[] }
  /** The server does not know the place any more, or has sent from it what did not arrive. */
  | { readonly outcome: 'lost' };

const NO_MESSAGES = 404;
const NO_MORE = 408;
const TOO_LARGE_FOR_PAGE = 409;

/**
 * Asks for what stands at a place, without waiting for more. The server ends its answer by itself: with the number asked
 * for, or with a status.
 * @throws BusUnavailable
 */
export const pull = (connection: NatsConnection, consumer: Consumer, asked: Pull): Promise<Pulled> => {
  const { promise, resolve, reject } = Promise.withResolvers<Pulled>();
  const messages: StoredMessage[] = [];
  const inbox = createInbox();
  const take = (message: Msg): void => {
    const status = message.headers?.code ?? 0;
    if (status > 0) return resolve(answerTo(status, messages));
    const { delivered, stored } = arrivalOf(message);
    if (delivered !== consumer.delivered + messages.length + 1) return resolve({ outcome: 'lost' });
    messages.push(stored);
    if (messages.length === asked.limit) resolve({ outcome: 'pulled', messages });
  };
  const subscription = connection.subscribe(inbox, {
    callback: (error, message) => (error ? reject(error) : take(message)),
  });
  const callOff = unlessSilent(
    asked.withinMs,
    () => messages.length,
    () => reject(new BusUnavailable('The bus did not answer in time')),
  );
  void subscription.closed.then(() => reject(new BusUnavailable('The bus ended the connection')));
  const question = { batch: asked.limit, max_bytes: asked.largestPage, no_wait: true };
  connection.publish(`$JS.API.CONSUMER.MSG.NEXT.${asked.stream}.${consumer.name}`, JSON.stringify(question), {
    reply: inbox,
  });
  return promise.finally(() => {
    callOff();
    subscription.unsubscribe();
  });
};

/** How often it is looked for something new until then. */
const LOOKS = 20;

/**
 * Gives up after so long without anything new. This thread may have been kept busy meanwhile: then the answer lies there,
 * or has begun to arrive and comes in pieces. However long that was, it has looked but once. Returns how to call it off.
 */
const unlessSilent = (withinMs: number, arrived: () => number, giveUp: () => void): (() => void) => {
  let [known, inVain] = [0, 0];
  const look = (): void => {
    inVain = arrived() > known ? 0 : inVain + 1;
    known = arrived();
    if (inVain === LOOKS) giveUp();
  };
  const timer = setInterval(look, withinMs / LOOKS);
  return () => clearInterval(timer);
};

/** `409` ends a page that would become too large, and is also the answer of a place that was deleted meanwhile. */
const answerTo = (status: number, messages: readonly StoredMessage[]): Pulled => {
  const ended = status === NO_MESSAGES || status === NO_MORE || (status === TOO_LARGE_FOR_PAGE && messages.length > 0);
  return ended ? { outcome: 'pulled', messages } : { outcome: 'lost' };
};

/** Tokens of `$JS.ACK.<stream>.<consumer>.<times>.<sequence>.<delivered>.<time>.<pending>`; newer servers put two before the stream. */
const SHORTEST_LONG_FORM = 11;

/** Where a message stands is told by the subject that an answer to it would take. */
const arrivalOf = ({ reply = '', subject, headers, data }: Msg) => {
  const tokens = reply.split('.');
  const [sequence, delivered] = tokens.slice(tokens.length >= SHORTEST_LONG_FORM ? 7 : 5).map(Number);
  return { delivered, stored: { sequence: sequence ?? 0, subject, headers, data } };
};
