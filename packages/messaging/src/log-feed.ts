import { type BackOff, backOffMs } from './back-off.ts';
import type { Feed, FeedBatch, FeedOptions } from './feed.ts';
import { type LogCursor, logCursor, type RecordOfEvents } from './log-cursor.ts';
import type { MessageLog } from './message-log.ts';
import type { Timing } from './timing.ts';
import { type WakeUp, wakeUp } from './wake-up.ts';

export interface LogFeedOptions {
  readonly log: MessageLog;
  /** Read only where the bus has lost something, and for how far the record has come. */
  readonly store: RecordOfEvents;
  readonly timing: Timing;
  /** Told each time the bus or the store could not be read. The feed goes on where it was. */
  readonly onSourceLost?: (error: unknown) => void;
  /** Told each time they could be read, whether or not there was anything new. */
  readonly onSourceRead?: () => void;
  /** How long a quiet bus is believed before it is asked again: a call can be lost, and a log can be wiped. */
  readonly lookAgainAfterMs?: number;
  readonly backOff?: BackOff;
}

type Source = Required<LogFeedOptions>;

/** A feed from the bus: starts anywhere by binary search, and gives every event once and in order whatever the bus does. */
export const logFeed = ({
  onSourceLost = () => {},
  onSourceRead = () => {},
  lookAgainAfterMs = 1_000,
  backOff = { firstMs: 100, mostMs: 5_000 },
  ...ports
}: LogFeedOptions): Feed => ({
  head: () => ports.store.head(),
  mayGoBack: ports.store.mayGoBack ?? false,
  idAt: (position) => ports.store.idAt(position),
  async follow(options) {
    const source = { ...ports, onSourceLost, onSourceRead, lookAgainAfterMs, backOff };
    const [published, calledOff] = [wakeUp(ports.timing), wakeUp(ports.timing)];
    const end = () => [published, calledOff].forEach(({ ring }) => ring());
    const stopListening = ports.log.onPublished(published.ring);
    options.signal.addEventListener('abort', end);
    try {
      await deliver(source, options, { published, calledOff });
    } finally {
      stopListening();
      options.signal.removeEventListener('abort', end);
    }
  },
});

interface WorthWaitingFor {
  readonly published: WakeUp;
  readonly calledOff: WakeUp;
}

const deliver = async (
  source: Source,
  options: FeedOptions,
  { published, calledOff }: WorthWaitingFor,
): Promise<void> => {
  const { signal } = options;
  const cursor = logCursor({ ...source, ...options });
  const handle = async (batch: FeedBatch): Promise<void> => {
    // Handling may keep this thread from anything else: what asks for the page ahead leaves before.
    if (ahead) await calledOff.wait(0);
    if (!signal.aborted) await options.handle(batch);
  };
  let ahead: Promise<Page> | undefined;
  let failures = 0;
  while (!signal.aborted) {
    const page = await (ahead ?? readPage(cursor));
    if (signal.aborted) return;
    tell(source, page);
    failures = page.outcome === 'read' ? 0 : failures + 1;
    ahead = hasMoreBehind(page, options) ? readPage(cursor) : undefined;
    // A bus in trouble is left alone for a while, whatever it publishes meanwhile.
    if (page.outcome === 'lost') await calledOff.wait(backOffMs(failures, source.backOff, source.timing));
    else if (page.batch.events.length === 0) await published.wait(source.lookAgainAfterMs);
    else await handle(page.batch);
  }
};

type Page =
  | { readonly outcome: 'read'; readonly batch: FeedBatch }
  | { readonly outcome: 'lost'; readonly error: unknown };

/** The next events. What goes wrong is kept until their turn comes: before it are events that did arrive. */
const readPage = async (cursor: LogCursor): Promise<Page> => {
  try {
    const events = await cursor.next();
    return { outcome: 'read', batch: { events, head: cursor.head() } };
  } catch (error) {
    return { outcome: 'lost', error };
  }
};

const tell = ({ onSourceLost, onSourceRead }: Source, page: Page): void => {
  if (page.outcome === 'read') onSourceRead();
  else onSourceLost(page.error);
};

/**
 * One page is read while the one before it is handled, and no more, as long as there are more for sure: whoever has caught
 * up reads when something was published.
 */
const hasMoreBehind = (page: Page, { batchSize }: FeedOptions): boolean => {
  const last = page.outcome === 'read' ? page.batch.events.at(-1) : undefined;
  if (page.outcome === 'lost' || !last) return false;
  return page.batch.events.length === batchSize || last.position < page.batch.head;
};
