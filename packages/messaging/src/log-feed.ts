import { type BackOff, backOffMs } from './back-off.ts';
import type { Feed, FeedBatch, FeedOptions } from './feed.ts';
import { idAt } from './id-at.ts';
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
  idAt: (position) => idAt(ports.store, position),
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
  const { signal, handle } = options;
  const cursor = logCursor({ ...source, ...options });
  let failures = 0;
  while (!signal.aborted) {
    const batch = await nextBatch(source, cursor);
    if (signal.aborted) return;
    failures = batch ? 0 : failures + 1;
    // A bus in trouble is left alone for a while, whatever it publishes meanwhile.
    if (!batch) await calledOff.wait(backOffMs(failures, source.backOff, source.timing));
    else if (batch.events.length === 0) await published.wait(source.lookAgainAfterMs);
    else await handle(batch);
  }
};

/** The next events, or nothing where they cannot be read. */
const nextBatch = async ({ onSourceLost, onSourceRead }: Source, cursor: LogCursor): Promise<FeedBatch | undefined> => {
  try {
    const events = await cursor.next();
    onSourceRead();
    return { events, head: cursor.head() };
  } catch (error) {
    onSourceLost(error);
    return undefined;
  }
};
