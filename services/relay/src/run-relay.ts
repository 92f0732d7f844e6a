import type { Position, RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import {
  type BackOff,
  backOffMs,
  type MessageLog,
  type PageSize,
  pageSize,
  type Timing,
  type WakeUp,
  wakeUp,
} from '@demarche/messaging';
import { count, metrics, observe } from '@demarche/telemetry';
import { bytesOf, pageOfMessages } from './page-of-messages.ts';
import { type Place, publishInOrder } from './publish-in-order.ts';

export interface RelayOptions {
  readonly store: Pick<EventStore, 'readAll' | 'idAt' | 'head' | 'onAppended'>;
  readonly log: MessageLog;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  /** At most so many events are held and on their way at a time. */
  readonly pageSize?: number;
  /** At most so many bytes are on their way at a time, and about as many held. */
  readonly pageBytes?: number;
  /** How long silence is believed: an append can go unnoticed, and a bus can be wiped. */
  readonly lookAgainAfterMs?: number;
  readonly backOff?: BackOff;
  /** Told each time the store or the bus failed. The relay goes on by itself. */
  readonly onTrouble?: (error: unknown) => void;
  /** Told up to where the bus holds the record, each time that is learned anew. */
  readonly onReached?: (reached: Reached) => void;
}

export interface Reached {
  readonly position: Position;
  /** There was nothing more on record. */
  readonly caughtUp: boolean;
}

interface Parts extends Required<RelayOptions> {
  readonly size: PageSize;
}

const PAGE_BYTES = 4 * 1_024 * 1_024;

/** The bus holds what the store does not. Publishing more would only hide it. */
export class BusAheadOfRecord extends Error {
  override readonly name = 'BusAheadOfRecord';
}

/**
 * Publishes everything that is recorded, in order, until it is called off. It remembers nothing: where to go on is what
 * the bus took last, so that a bus that was wiped is filled from the beginning, and one that lost its newest messages
 * gets them again. Two of them at once do no harm, because each message says which one it follows.
 */
export const runRelay = async (options: RelayOptions): Promise<void> => {
  const { pageSize: mostEvents = 200, pageBytes: mostBytes = PAGE_BYTES } = options;
  const parts: Parts = {
    lookAgainAfterMs: 1_000,
    backOff: { firstMs: 100, mostMs: 5_000 },
    onTrouble: () => {},
    onReached: () => {},
    ...options,
    pageSize: mostEvents,
    pageBytes: mostBytes,
    size: pageSize({ mostEvents, mostBytes }),
  };
  const { store, signal, timing } = parts;
  const [appended, calledOff] = [wakeUp(timing), wakeUp(timing)];
  const end = () => [appended, calledOff].forEach(({ ring }) => ring());
  const stopListening = store.onAppended(appended.ring);
  const stopObserving = observeLag(parts);
  signal.addEventListener('abort', end);
  try {
    await relay(parts, appended, calledOff);
  } finally {
    stopListening();
    stopObserving();
    signal.removeEventListener('abort', end);
  }
};

/** While the bus is away, it is behind by what it took last. */
const observeLag = ({ store, log }: Parts) => {
  let taken = 0;
  // What has not happened yet is told from what is not measured.
  for (const counted of [metrics.relayPublished, metrics.relayFailures]) count(counted, 0);
  return observe([metrics.relayLag], async (tell) => {
    const [head, end] = await Promise.all([store.head(), log.end().catch(() => undefined)]);
    taken = end?.position ?? taken;
    tell(metrics.relayLag, Math.max(0, head - taken));
  });
};

const relay = async (parts: Parts, appended: WakeUp, calledOff: WakeUp): Promise<void> => {
  const { signal, lookAgainAfterMs, backOff, timing } = parts;
  let place: Place | undefined;
  let inVain = 0;
  while (!signal.aborted) {
    const step = await takeStep(parts, place);
    inVain = step.outcome === 'in-vain' ? inVain + 1 : 0;
    place = step.outcome === 'in-vain' ? undefined : step.place;
    if (signal.aborted) return;
    if (step.outcome === 'in-vain') await calledOff.wait(backOffMs(inVain, backOff, timing));
    else if (step.outcome === 'caught-up' && (await appended.wait(lookAgainAfterMs)) === 'time-up') place = undefined;
  }
};

type Step =
  | { readonly outcome: 'published' | 'caught-up'; readonly place: Place }
  /** Nothing is known to have been taken: somebody else was first, or something failed. */
  | { readonly outcome: 'in-vain' };

/** One page further, from the place given, or from wherever the bus says that it ends. */
const takeStep = async (parts: Parts, known: Place | undefined): Promise<Step> => {
  const { store, size, onReached, onTrouble } = parts;
  try {
    const place = known ?? (await endOf(parts));
    const events = await store.readAll(place.position, size.events);
    const caughtUp = events.length === 0;
    onReached({ position: place.position, caughtUp });
    return caughtUp ? { outcome: 'caught-up', place } : await publish(parts, place, events);
  } catch (error) {
    count(metrics.relayFailures, 1);
    onTrouble(error);
    return { outcome: 'in-vain' };
  }
};

const publish = async (
  { log, size, pageBytes: mostBytes, onReached }: Parts,
  place: Place,
  events: readonly RecordedEvent[],
): Promise<Step> => {
  const page = pageOfMessages(events, place);
  size.learn(
    events.length,
    page.messages.map(bytesOf).reduce((all, bytes) => all + bytes),
  );
  const reached = await publishInOrder({ log, mostBytes }, place, page);
  if (!reached) return { outcome: 'in-vain' };
  onReached({ position: reached.position, caughtUp: false });
  return { outcome: 'published', place: reached };
};

/**
 * Where the bus ends, if the record holds the same event there.
 * @throws BusAheadOfRecord
 */
const endOf = async ({ store, log }: Parts): Promise<Place> => {
  const end = await log.end();
  const { position, messageId } = end;
  if (position === 0 || (await store.idAt(position)) === messageId) return end;
  const head = await store.head();
  throw new BusAheadOfRecord(
    position > head
      ? `The bus holds events up to position ${position}, the record only up to ${head}: was an older backup restored? ${REMEDY}`
      : `The bus holds another event at position ${position} than the record: was an older backup restored, and more recorded since? ${REMEDY}`,
  );
};

const REMEDY = 'Delete the stream, and it is filled again from the record';
