import type { RecordedEvent } from '@demarche/contracts';
import { type EventStore, StoreUnavailable } from '@demarche/event-store';
import { BusUnavailable, type LoggedMessage, type MessageLog, type Timing } from '@demarche/messaging';
import { type Life, whileAlive } from './life.ts';
import type { WorldParts } from './world-parts.ts';

const away = (reason: string) => new StoreUnavailable(`The store did not answer: ${reason}`);
const count = (events: readonly RecordedEvent[]) => `${events.length} events`;

/** The event store as one process sees it, over a network. */
export const storePort = (parts: WorldParts, caller: Life): EventStore => {
  const { network, store, storePeer: peer } = parts;
  const call = <Answer>(what: string, work: () => Promise<Answer>, tell?: (answer: Answer) => string) =>
    network.call({ caller, peer, what, work, unanswered: away, ...(tell ? { tell } : {}) });
  return {
    append: (stream, events, expected) =>
      call(
        `append ${events.map(({ type }) => type).join('+')} to ${stream} at ${expected}`,
        () => store.append(stream, events, expected),
        (result) => (result.outcome === 'appended' ? `position ${result.position}` : `conflict with ${result.actual}`),
      ),
    readStream: (stream, from) => call(`read ${stream}`, () => store.readStream(stream, from), count),
    readAll: (after, limit) => call(`read after ${after}`, () => store.readAll(after, limit), count),
    idAt: (position) => call(`ask what stands at ${position}`, () => store.idAt(position), String),
    head: () => call('ask for the head', () => store.head(), String),
    onAppended: (listener) => store.onAppended(passedOn(parts, caller, listener)),
    close: async () => {},
  };
};

const gone = (reason: string) => new BusUnavailable(`The bus did not answer: ${reason}`);
const sequences = (messages: readonly LoggedMessage[]) => `[${messages.map(({ sequence }) => sequence).join(' ')}]`;

/** The bus as one process sees it, over a network. */
export const busPort = (parts: WorldParts, caller: Life): MessageLog => {
  const { network, bus, busPeer: peer } = parts;
  const call = <Answer>(what: string, work: () => Promise<Answer>, tell: (answer: Answer) => string) =>
    network.call({ caller, peer, what, work, unanswered: gone, tell });
  return {
    publish: (message, expected) =>
      call(
        `publish ${message.position} behind ${expected}`,
        () => bus.publish(message, expected),
        ({ outcome }) => outcome,
      ),
    end: () =>
      call(
        'ask where the bus ends',
        () => bus.end(),
        ({ lastSequence, position }) => `${lastSequence} (${position})`,
      ),
    read: (from, limit) =>
      call(`fetch ${limit} from ${from}`, async () => inDisorder(parts, await bus.read(from, limit), from), sequences),
    original: () => call('ask for its original', () => bus.original(), String),
    onPublished: (listener) => bus.onPublished(passedOn(parts, caller, listener)),
  };
};

/** A call that says that there is something new comes late, or not at all. */
const passedOn =
  ({ time, random, conditions }: WorldParts, life: Life, listener: () => void) =>
  () => {
    if (conditions.strikes('calls are lost', 0.3)) return;
    time.after(random.integer(0, 10), whileAlive(life, listener));
  };

/** Delivery as a bus may do it at its worst: some messages not at all, some twice, in any order, old ones among them. */
const inDisorder = (
  { bus, random, conditions }: WorldParts,
  messages: readonly LoggedMessage[],
  from: number,
): readonly LoggedMessage[] | Promise<readonly LoggedMessage[]> => {
  if (!conditions.strikes('the bus delivers in disorder', 0.5)) return messages;
  const kept = messages.filter(() => !random.chance(0.15));
  const twice = kept.filter(() => random.chance(0.3));
  return bus
    .read(Math.max(1, from - random.integer(1, 5)), 2)
    .then((old) => random.shuffled([...kept, ...twice, ...old]));
};

/** That a store or a bus cannot be reached is what the code under test has to live with. Anything else is a fault in it. */
export const trouble =
  ({ trace, fail }: WorldParts, name: string) =>
  (error: unknown): void => {
    trace.note(`${name}: ${String(error)}`);
    if (!(error instanceof StoreUnavailable || error instanceof BusUnavailable)) fail(error);
  };

/** Time and chance for one process: what it put off is not done once it is dead. */
export const timingOf = ({ time, random }: WorldParts, life: Life): Timing => ({
  after: (ms, call) => time.after(ms, whileAlive(life, call)),
  random: () => random.bits() / 2 ** 32,
});
