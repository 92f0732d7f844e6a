import { setImmediate } from 'node:timers/promises';
import type { EventStore } from '@demarche/event-store';
import type { Feed, FeedBatch, FeedOptions } from '../../feed.ts';
import type { Timing } from '../../timing.ts';
import { type WakeUp, wakeUp } from '../../wake-up.ts';
import { systemTiming } from './system-timing.ts';

export interface StoreFeedOptions {
  /** Where the events come from: an event store, or the part of one that a feed needs. */
  readonly log: Pick<EventStore, 'readAll' | 'idAt' | 'head' | 'onAppended'>;
  /** Told each time the log could not be read. The feed goes on where it was. */
  readonly onSourceLost?: (error: unknown) => void;
  /** Told each time it could be read, whether or not there was anything new. */
  readonly onSourceRead?: () => void;
  /** How long to wait before the log is asked again. */
  readonly retryAfterMs?: number;
  /** To give other work of the process its turn takes none of it. */
  readonly timing?: Timing;
}

type Source = Omit<Required<StoreFeedOptions>, 'timing'>;

interface WorthWaitingFor {
  readonly appended: WakeUp;
  readonly calledOff: WakeUp;
}

/** A feed straight from a store, without a bus between: pages while it catches up, and wakes when something is appended. */
export const storeFeed = ({
  log,
  onSourceLost = () => {},
  onSourceRead = () => {},
  retryAfterMs = 500,
  timing = systemTiming,
}: StoreFeedOptions): Feed => ({
  head: () => log.head(),
  mayGoBack: false,
  idAt: (position) => log.idAt(position),
  async follow(options) {
    const source = { log, onSourceLost, onSourceRead, retryAfterMs };
    const [appended, calledOff] = [wakeUp(timing), wakeUp(timing)];
    const end = () => [appended, calledOff].forEach(({ ring }) => ring());
    const stopListening = log.onAppended(appended.ring);
    options.signal.addEventListener('abort', end);
    try {
      await deliver(source, options, { appended, calledOff });
    } finally {
      stopListening();
      options.signal.removeEventListener('abort', end);
    }
  },
});

const deliver = async (
  source: Source,
  options: FeedOptions,
  { appended, calledOff }: WorthWaitingFor,
): Promise<void> => {
  const { batchSize, signal } = options;
  let after = options.after;
  let page = readPage(source, after, batchSize);
  for (let batch = await page; !signal.aborted; batch = await page) {
    const [last, next] = [batch?.events.at(-1), nextPage(source, batch, options)];
    if (batch && last) {
      after = last.position;
      await handleInTurn(batch, options, calledOff);
    } else {
      await appended.wait(batch ? undefined : source.retryAfterMs);
    }
    // The store may be closed by then.
    if (signal.aborted) return;
    page = next ?? readPage(source, after, batchSize);
  }
};

/** Read ahead of a full page only: after any other the feed has caught up, and more comes when it is appended. */
const nextPage = (source: Source, batch: FeedBatch | undefined, options: FeedOptions) => {
  const last = batch?.events.at(-1);
  return batch && last && isFull(batch, options) ? readPage(source, last.position, options.batchSize) : undefined;
};

const isFull = ({ events }: FeedBatch, { batchSize }: FeedOptions): boolean => events.length === batchSize;

const handleInTurn = async (batch: FeedBatch, options: FeedOptions, calledOff: WakeUp): Promise<void> => {
  await options.handle(batch);
  // A store and views in this very process answer without ever leaving it: let requests through between batches.
  if (isFull(batch, options)) await setImmediate();
  else await gathering(batch.events.length, calledOff);
};

const LONGEST_GATHERING_MS = 10;

/**
 * The more was appended while the last batch was handled, the longer the next may gather: each batch is a transaction of
 * its own, and under load many small ones would take more of the process than the appends do. A lone event waits for nothing.
 */
const gathering = async (events: number, calledOff: WakeUp): Promise<void> => {
  if (events === 1) await setImmediate();
  else await calledOff.wait(Math.min(events, LONGEST_GATHERING_MS));
};

/** The next events, or nothing where the log cannot be read. */
const readPage = async (
  { log, onSourceLost, onSourceRead }: Source,
  after: number,
  limit: number,
): Promise<FeedBatch | undefined> => {
  try {
    const events = await log.readAll(after, limit);
    const head = Math.max(await log.head(), events.at(-1)?.position ?? 0);
    onSourceRead();
    return { events, head };
  } catch (error) {
    onSourceLost(error);
    return undefined;
  }
};
