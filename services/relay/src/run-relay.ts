import type { EventStore } from '@demarche/event-store';
import { type BackOff, backOffMs, type MessageLog, type Timing, type WakeUp, wakeUp } from '@demarche/messaging';
import { type Place, publishInOrder } from './publish-in-order.ts';

export interface RelayOptions {
  readonly store: Pick<EventStore, 'readAll' | 'head' | 'onAppended'>;
  readonly log: MessageLog;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  /** At most so many events are held and on their way at a time. */
  readonly pageSize?: number;
  /** How long silence is believed: an append can go unnoticed, and a bus can be wiped. */
  readonly lookAgainAfterMs?: number;
  readonly backOff?: BackOff;
  /** Told each time the store or the bus failed. The relay goes on by itself. */
  readonly onTrouble?: (error: unknown) => void;
}

type Parts = Required<RelayOptions>;

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
  const parts: Parts = {
    pageSize: 200,
    lookAgainAfterMs: 1_000,
    backOff: { firstMs: 100, mostMs: 10_000 },
    onTrouble: () => {},
    ...options,
  };
  const { store, signal, timing } = parts;
  const [appended, calledOff] = [wakeUp(timing), wakeUp(timing)];
  const end = () => [appended, calledOff].forEach(({ ring }) => ring());
  const stopListening = store.onAppended(appended.ring);
  signal.addEventListener('abort', end);
  try {
    await relay(parts, appended, calledOff);
  } finally {
    stopListening();
    signal.removeEventListener('abort', end);
  }
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
const takeStep = async ({ store, log, pageSize, onTrouble }: Parts, known: Place | undefined): Promise<Step> => {
  try {
    const place = known ?? (await log.end());
    const events = await store.readAll(place.position, pageSize);
    if (events.length === 0) {
      await refuseToBeAhead(store, place);
      return { outcome: 'caught-up', place };
    }
    const reached = await publishInOrder(log, place, events);
    return reached ? { outcome: 'published', place: reached } : { outcome: 'in-vain' };
  } catch (error) {
    onTrouble(error);
    return { outcome: 'in-vain' };
  }
};

const refuseToBeAhead = async (store: Parts['store'], { position }: Place): Promise<void> => {
  const head = await store.head();
  if (position <= head) return;
  throw new BusAheadOfRecord(
    `The bus holds events up to position ${position}, the record only up to ${head}: was an older backup restored? Delete the stream, and it is filled again from the record`,
  );
};
