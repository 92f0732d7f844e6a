import { setImmediate } from 'node:timers/promises';
import type { Position } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import type { Feed, FeedBatch, FeedOptions } from '../../feed.ts';
import { type RecordPage, recordPages } from '../../record-pages.ts';
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

interface Source extends Omit<Required<StoreFeedOptions>, 'timing'> {
  /** The events after a position. */
  readonly pageAfter: (after: Position) => Promise<RecordPage>;
}

/** A page, and how far the record went when it was read. */
interface Page extends RecordPage, FeedBatch {}

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
    const pageAfter = recordPages(log, { mostEvents: options.batchSize });
    const source = { log, onSourceLost, onSourceRead, retryAfterMs, pageAfter };
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
  const { signal } = options;
  let after = options.after;
  let reading = readPage(source, after);
  for (let page = await reading; !signal.aborted; page = await reading) {
    const [last, next] = [page?.events.at(-1), nextPage(source, page)];
    if (page && last) {
      after = last.position;
      await handleInTurn(page, options, calledOff);
    } else {
      await appended.wait(page ? undefined : source.retryAfterMs);
    }
    // The store may be closed by then.
    if (signal.aborted) return;
    reading = next ?? readPage(source, after);
  }
};

/** Read ahead of a full page only: after any other the feed has caught up, and more comes when it is appended. */
const nextPage = (source: Source, page: Page | undefined) => {
  const last = page?.events.at(-1);
  return page?.isFull && last ? readPage(source, last.position) : undefined;
};

const handleInTurn = async ({ events, head, isFull }: Page, options: FeedOptions, calledOff: WakeUp): Promise<void> => {
  await options.handle({ events, head });
  // A store and views in this very process answer without ever leaving it: let requests through between batches.
  if (isFull) await setImmediate();
  else await gathering(events.length, calledOff);
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
  { log, pageAfter, onSourceLost, onSourceRead }: Source,
  after: Position,
): Promise<Page | undefined> => {
  try {
    const page = await pageAfter(after);
    const head = Math.max(await log.head(), page.events.at(-1)?.position ?? 0);
    onSourceRead();
    return { ...page, head };
  } catch (error) {
    onSourceLost(error);
    return undefined;
  }
};
