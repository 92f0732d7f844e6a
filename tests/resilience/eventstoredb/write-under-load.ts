import { randomUUID } from 'node:crypto';
import { type EventStore, type ExpectedRevision, type NewEvent, StoreUnavailable } from '@demarche/event-store';
import { exampleEvent, exampleStream } from '@demarche/event-store/contract';

/** What the writers were told. */
export interface Load {
  /** The keys of all events that were acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  failures(): number;
  /** Resolves once so many more were acknowledged, or so many more attempts failed. */
  more(of: 'acknowledged' | 'failed', count: number): Promise<void>;
  stop(): Promise<void>;
}

const EVENTS_ON_A_STREAM = 20;

export const writeUnderLoad = (store: EventStore, writers: number): Load => {
  const acknowledged = new Set<string>();
  const waiting = new Set<() => void>();
  const stopping = new AbortController();
  let failures = 0;
  const happened = () => {
    for (const look of waiting) look();
  };

  const attempt = async (stream: ReturnType<typeof exampleStream>, event: NewEvent, expected: ExpectedRevision) => {
    try {
      const answer = await store.append(stream, [event], expected);
      if (answer.outcome === 'conflict') throw new Error(`Nobody else writes to ${stream}, and yet it is a conflict`);
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      failures += 1;
      happened();
      return false;
    }
  };
  const record = async (stream: ReturnType<typeof exampleStream>, expected: ExpectedRevision) => {
    const key = randomUUID();
    const event = exampleEvent({ key });
    // Again and again the same event at the same place: any of the attempts may have landed.
    while (!(await attempt(stream, event, expected)));
    acknowledged.add(key);
    happened();
    return expected === 'no-stream' ? 0 : expected + 1;
  };
  const write = async () => {
    while (!stopping.signal.aborted) {
      const stream = exampleStream();
      let at: ExpectedRevision = 'no-stream';
      for (let count = 0; count < EVENTS_ON_A_STREAM && !stopping.signal.aborted; count += 1)
        at = await record(stream, at);
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, write));
  writing.catch(happened);

  const reached = (of: 'acknowledged' | 'failed') => (of === 'failed' ? failures : acknowledged.size);
  return {
    acknowledged,
    failures: () => failures,
    async more(of, count) {
      const goal = reached(of) + count;
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => reached(of) >= goal && resolve();
      waiting.add(look);
      await Promise.race([promise, writing]);
      waiting.delete(look);
    },
    async stop() {
      stopping.abort();
      await writing;
    },
  };
};
