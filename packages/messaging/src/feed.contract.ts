import type { Position, RecordedEvent } from '@demarche/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Feed, FeedBatch } from './feed.ts';

/** A feed with the means to record events that it must then deliver. */
export interface FeedUnderContract {
  readonly feed: Feed;
  /** Records so many events and answers with their ids, in order. */
  readonly record: (count: number) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Follows until so many different events came, then stops. A feed may deliver an event more than once. */
const collect = async (feed: Feed, after: Position, count: number, batchSize = 10) => {
  const stopping = new AbortController();
  const batches: FeedBatch[] = [];
  const seen = new Set<string>();
  const following = feed.follow({
    after,
    batchSize,
    signal: stopping.signal,
    handle: async (batch) => {
      batches.push(batch);
      for (const { eventId } of batch.events) seen.add(eventId);
      if (seen.size >= count) stopping.abort();
    },
  });
  await following;
  return { batches, events: firstDeliveries(batches.flatMap(({ events }) => events)) };
};

const firstDeliveries = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  [...new Map(events.toReversed().map((event) => [event.eventId, event])).values()].toSorted(
    (a, b) => a.position - b.position,
  );

const ids = (events: readonly RecordedEvent[]) => events.map(({ eventId }) => eventId);

/** What every feed must do, wherever its events come from. Each adapter runs all of it. */
export const feedContract = (name: string, open: () => Promise<FeedUnderContract>): void => {
  describe(`${name} keeps the contract of the feed`, () => {
    let subject: FeedUnderContract;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.close());

    test.each([1, 2, 3, 10, 100])(
      'given 25 events, in batches of %i, then all come in order, no batch is larger or empty',
      async (batchSize) => {
        const recorded = await subject.record(25);
        const { batches, events } = await collect(subject.feed, 0, 25, batchSize);
        expect(ids(events)).toEqual(recorded);
        expect(batches.every(({ events }) => events.length >= 1 && events.length <= batchSize)).toBe(true);
      },
    );

    test('within and across batches, no event comes for the first time before one with a lower position', async () => {
      await subject.record(25);
      const { batches } = await collect(subject.feed, 0, 25, 4);
      const first = [...new Set(batches.flatMap(({ events }) => events.map(({ position }) => position)))];
      expect(first).toEqual(first.toSorted((a, b) => a - b));
    });

    test.each([0, 1, 7, 9])('given ten events, after the place of %i of them, then the others come', async (passed) => {
      const recorded = await subject.record(10);
      const { events } = await collect(subject.feed, 0, 10);
      const after = events[passed - 1]?.position ?? 0;
      expect(ids((await collect(subject.feed, after, 10 - passed)).events)).toEqual(recorded.slice(passed));
    });

    test('given it has caught up, then it delivers what is recorded from then on', async () => {
      const before = await subject.record(3);
      const stopping = new AbortController();
      const delivered: string[] = [];
      const later: string[] = [];
      await subject.feed.follow({
        after: 0,
        batchSize: 10,
        signal: stopping.signal,
        handle: async ({ events }) => {
          delivered.push(...ids(events));
          if (new Set(delivered).size === 3) later.push(...(await subject.record(2)));
          if (new Set(delivered).size === 5) stopping.abort();
        },
      });
      expect([...new Set(delivered)]).toEqual([...before, ...later]);
    });

    test('given nothing was ever recorded, then it waits for the first event', async () => {
      const following = collect(subject.feed, 0, 1);
      const recorded = await subject.record(1);
      expect(ids((await following).events)).toEqual(recorded);
    });

    test('events carry what was recorded', async () => {
      await subject.record(1);
      const [event] = (await collect(subject.feed, 0, 1)).events;
      expect(event).toMatchObject({
        eventId: expect.any(String),
        type: expect.any(String),
        data: expect.any(Object),
        metadata: { recordedAt: expect.any(String), schemaVersion: expect.any(String) },
        stream: expect.any(String),
        revision: expect.any(Number),
        position: expect.any(Number),
      });
    });

    test('it tells how far the record has come', async () => {
      await subject.record(5);
      const { batches, events } = await collect(subject.feed, 0, 5, 2);
      const last = events.at(-1)?.position ?? 0;
      expect(await subject.feed.head()).toBe(last);
      expect(batches.every((batch) => batch.head >= (batch.events.at(-1)?.position ?? 0) && batch.head <= last)).toBe(
        true,
      );
    });

    test('it tells which event stands where', async () => {
      const recorded = await subject.record(5);
      const { events } = await collect(subject.feed, 0, 5);
      const told = await Promise.all(events.map(({ position }) => subject.feed.idAt(position)));
      expect(told).toEqual(recorded);
    });

    test('never two batches are handled at once', async () => {
      await subject.record(12);
      const stopping = new AbortController();
      let [running, most, handled] = [0, 0, 0];
      await subject.feed.follow({
        after: 0,
        batchSize: 2,
        signal: stopping.signal,
        handle: async ({ events }) => {
          running += 1;
          most = Math.max(most, running);
          await subject.feed.head();
          running -= 1;
          handled += events.length;
          if (handled >= 12) stopping.abort();
        },
      });
      expect(most).toBe(1);
    });

    test('what the handler throws ends it, and comes out', async () => {
      await subject.record(3);
      const handle = async () => {
        throw new Error('The disk is full');
      };
      const following = subject.feed.follow({ after: 0, batchSize: 1, signal: new AbortController().signal, handle });
      await expect(following).rejects.toThrow('The disk is full');
    });

    test('after a failure it can be followed again from where the last success was', async () => {
      const recorded = await subject.record(4);
      const taken: RecordedEvent[] = [];
      const handle = async ({ events }: FeedBatch) => {
        if (taken.length > 0) throw new Error('once is enough');
        taken.push(...events);
      };
      await subject.feed
        .follow({ after: 0, batchSize: 2, signal: new AbortController().signal, handle })
        .catch(() => {});
      const rest = await collect(subject.feed, taken.at(-1)?.position ?? 0, 4 - taken.length);
      expect(ids([...taken, ...rest.events])).toEqual(recorded);
    });

    test('aborted before it begins, it delivers nothing', async () => {
      await subject.record(1);
      let batches = 0;
      const handle = async () => {
        batches += 1;
      };
      await subject.feed.follow({ after: 0, batchSize: 1, signal: AbortSignal.abort(), handle });
      expect(batches).toBe(0);
    });

    test('aborted while it waits, it ends', async () => {
      const stopping = new AbortController();
      const following = subject.feed.follow({
        after: 0,
        batchSize: 1,
        signal: stopping.signal,
        handle: async () => {},
      });
      await subject.feed.head();
      stopping.abort();
      await expect(following).resolves.toBeUndefined();
    });

    test('aborted within a batch, it ends once that batch is handled, with no other', async () => {
      await subject.record(6);
      const stopping = new AbortController();
      const finished: number[] = [];
      await subject.feed.follow({
        after: 0,
        batchSize: 2,
        signal: stopping.signal,
        handle: async ({ events }) => {
          stopping.abort();
          await subject.feed.head();
          finished.push(events.length);
        },
      });
      expect(finished).toHaveLength(1);
    });

    test('two who follow do not take events from each other', async () => {
      const recorded = await subject.record(8);
      const both = await Promise.all([collect(subject.feed, 0, 8, 3), collect(subject.feed, 0, 8, 5)]);
      expect(both.map(({ events }) => ids(events))).toEqual([recorded, recorded]);
    });
  });
};
