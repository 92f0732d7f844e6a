import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedEvent, StreamName } from '@demarche/contracts';
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
  /** Lets go of what was begun, too. */
  abandon(): void;
}

/**
 * What writers do where nobody answers. `careful` ones append the same event at the same place again. The others are for
 * showing that they would be found out.
 */
export type Habit = 'careful' | 'append another event' | 'acknowledge first, and append once';

/** What an event was appended for: the same in all that are appended for it. */
export const keyOf = ({ data }: Pick<RecordedEvent, 'data'>): string => (data as { key: string }).key;

const EVENTS_ON_A_STREAM = 20;

export const writeUnderLoad = (store: EventStore, writers: number, habit: Habit = 'careful'): Load => {
  const acknowledged = new Set<string>();
  const waiting = new Set<() => void>();
  const stopping = new AbortController();
  const abandoned = new AbortController();
  let failures = 0;
  const happened = () => {
    for (const look of waiting) look();
  };
  const acknowledge = (key: string) => {
    acknowledged.add(key);
    happened();
  };

  /** Nothing where nobody answered. */
  const attempt = async (stream: StreamName, event: NewEvent, expected: ExpectedRevision) => {
    try {
      return await store.append(stream, [event], expected);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      failures += 1;
      happened();
      // A store that is closed says so at once, and nobody else would get a turn.
      await nextTurn();
      return undefined;
    }
  };
  /** How an event is appended. Resolves to where its stream then ends; to nothing where it is given up. */
  const habits: Record<Habit, (stream: StreamName, expected: ExpectedRevision) => Promise<number | undefined>> = {
    async careful(stream, expected) {
      const event = exampleEvent({ key: randomUUID() });
      while (!abandoned.signal.aborted) {
        // Any of the attempts may have landed.
        const answer = await attempt(stream, event, expected);
        if (answer?.outcome === 'conflict') throw new Error(`Nobody else writes to ${stream}, yet it is a conflict`);
        if (!answer) continue;
        acknowledge(keyOf(event));
        return answer.revision;
      }
      return undefined;
    },
    async 'append another event'(stream, expected) {
      const key = randomUUID();
      let at = expected;
      while (!abandoned.signal.aborted) {
        const answer = await attempt(stream, exampleEvent({ key }), at);
        if (answer?.outcome === 'conflict') at = answer.actual;
        if (answer?.outcome !== 'appended') continue;
        acknowledge(key);
        return answer.revision;
      }
      return undefined;
    },
    async 'acknowledge first, and append once'(stream, expected) {
      const event = exampleEvent({ key: randomUUID() });
      acknowledge(keyOf(event));
      const answer = await attempt(stream, event, expected);
      return answer?.outcome === 'appended' ? answer.revision : undefined;
    },
  };
  const write = async () => {
    while (!stopping.signal.aborted) {
      const stream = exampleStream();
      let at: ExpectedRevision | undefined = 'no-stream';
      for (let count = 0; at !== undefined && count < EVENTS_ON_A_STREAM && !stopping.signal.aborted; count += 1)
        at = await habits[habit](stream, at);
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
    abandon() {
      abandoned.abort();
      stopping.abort();
    },
  };
};
