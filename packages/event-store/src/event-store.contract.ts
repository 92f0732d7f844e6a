import type { RecordedEvent } from '@demarche/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppendResult, type EventStore, type ExpectedRevision, StoreUnavailable } from './event-store.ts';
import { eventStoreContentContract } from './event-store-content.contract.ts';
import { exampleEvent, exampleStream } from './spec-kit/example-event.ts';

export interface EventStoreUnderContract {
  /** Opens a store. Other specifications may have written to it. */
  readonly open: () => Promise<EventStore>;
  /** Whether the store knows an event id again in whatever stream it stands. Some only look in the stream appended to. */
  readonly knowsIdsOfAllStreams?: boolean;
  /** Whether the store notices that an id comes again with other data. Some take it for a repeat. */
  readonly noticesOtherData?: boolean;
}

const events = (count: number) => Array.from({ length: count }, (_, index) => exampleEvent({ index }));
const ids = (recorded: readonly { readonly eventId: string }[]) => recorded.map(({ eventId }) => eventId);
const appended = (result: AppendResult) => {
  if (result.outcome !== 'appended') throw new Error(`Expected an append, not a conflict with ${result.actual}`);
  return result;
};
const readEverything = async (store: EventStore, after: number, limit: number): Promise<RecordedEvent[]> => {
  const page = await store.readAll(after, limit);
  const last = page.at(-1);
  return last ? [...page, ...(await readEverything(store, last.position, limit))] : [];
};
const heard = (store: EventStore) => {
  let stop = () => {};
  const call = new Promise<string>((resolve) => {
    stop = store.onAppended(() => resolve('told'));
  });
  return { call, stop };
};

/** What every event store must do. Each adapter runs all of it. */
export const eventStoreContract = (
  name: string,
  { open, knowsIdsOfAllStreams = true, noticesOtherData = true }: EventStoreUnderContract,
): void => {
  describe(`${name} keeps the contract of the event store`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    /** A stream with so many events, each appended on its own. */
    const streamOf = async (count: number) => {
      const stream = exampleStream();
      const written = events(count);
      for (const [index, event] of written.entries()) {
        appended(await store.append(stream, [event], index === 0 ? 'no-stream' : index - 1));
      }
      return { stream, written };
    };

    describe('expected revision', () => {
      const lengths = [0, 1, 2, 3, 5, 8];
      const expectations: ExpectedRevision[] = ['no-stream', 0, 1, 2, 4, 7, 100];
      const cases = lengths.flatMap((length) => expectations.map((expected) => ({ length, expected })));

      test.each(cases)(
        'given $length events, when one is appended expecting $expected',
        async ({ length, expected }) => {
          const { stream } = await streamOf(length);
          const actual = length === 0 ? 'no-stream' : length - 1;
          const result = await store.append(stream, events(1), expected);
          expect(result).toMatchObject(
            expected === actual ? { outcome: 'appended', revision: length } : { outcome: 'conflict', actual },
          );
          expect(await store.readStream(stream)).toHaveLength(expected === actual ? length + 1 : length);
        },
      );

      test.each([2, 3, 10])(
        'given a conflict, when %i events were to be appended, then none is there',
        async (count) => {
          const { stream, written } = await streamOf(1);
          expect(await store.append(stream, events(count), 'no-stream')).toEqual({ outcome: 'conflict', actual: 0 });
          expect(ids(await store.readStream(stream))).toEqual(ids(written));
        },
      );

      test.each([1, 2, 50])(
        'given an absent stream, when %i events are appended at once, then all are there in order',
        async (count) => {
          const stream = exampleStream();
          const batch = events(count);
          const result = appended(await store.append(stream, batch, 'no-stream'));
          const recorded = await store.readStream(stream);
          expect(ids(recorded)).toEqual(ids(batch));
          expect(recorded.map(({ revision }) => revision)).toEqual(batch.map((_, index) => index));
          expect(result).toMatchObject({ revision: count - 1, position: recorded.at(-1)?.position });
        },
      );

      test('given a conflict on one stream, then another stream takes its events', async () => {
        const { stream } = await streamOf(1);
        const other = exampleStream();
        const results = await Promise.all([
          store.append(stream, events(1), 'no-stream'),
          store.append(other, events(1), 'no-stream'),
        ]);
        expect(results.map(({ outcome }) => outcome)).toEqual(['conflict', 'appended']);
      });
    });

    describe('the same append again', () => {
      test.each([
        [1, 0],
        [1, 1],
        [1, 5],
        [3, 0],
        [3, 1],
        [3, 5],
      ])(
        'given %i events appended and %i more behind them, then it answers as the first time',
        async (count, later) => {
          const stream = exampleStream();
          const batch = events(count);
          const first = await store.append(stream, batch, 'no-stream');
          for (let index = 0; index < later; index += 1) await store.append(stream, events(1), count - 1 + index);
          expect(await store.append(stream, batch, 'no-stream')).toEqual(first);
          expect(await store.readStream(stream)).toHaveLength(count + later);
        },
      );

      test.each([0, 1, 5])(
        'given it was appended behind others and %i more followed, then it answers as the first time',
        async (later) => {
          const { stream } = await streamOf(3);
          const batch = events(2);
          const first = await store.append(stream, batch, 2);
          for (let index = 0; index < later; index += 1) await store.append(stream, events(1), 4 + index);
          expect(await store.append(stream, batch, 2)).toEqual(first);
          expect(await store.readStream(stream)).toHaveLength(5 + later);
        },
      );

      test('given ten at the same moment, then all answer alike and it is stored once', async () => {
        const stream = exampleStream();
        const batch = events(2);
        const results = await Promise.all(Array.from({ length: 10 }, () => store.append(stream, batch, 'no-stream')));
        expect(new Set(results.map((result) => JSON.stringify(result)))).toHaveLength(1);
        expect(await store.readStream(stream)).toHaveLength(2);
      });

      test.each<ExpectedRevision>(['no-stream', 1, 2])(
        'given the ids stand behind revision 0, when expecting %s, then it is a conflict',
        async (expected) => {
          const { stream } = await streamOf(1);
          const batch = events(2);
          await store.append(stream, batch, 0);
          expect(await store.append(stream, batch, expected)).toEqual({ outcome: 'conflict', actual: 2 });
          expect(await store.readStream(stream)).toHaveLength(3);
        },
      );

      test('given a stored id and a new one in one append, then it is a conflict and the new one is not there', async () => {
        const { stream, written } = await streamOf(1);
        const batch = [...written, ...events(1)];
        expect(await store.append(stream, batch, 'no-stream')).toMatchObject({ outcome: 'conflict' });
        expect(await store.readStream(stream)).toHaveLength(1);
      });

      test('given a new id and a stored one in one append, then it is a conflict and the new one is not there', async () => {
        const { stream, written } = await streamOf(2);
        const batch = [...events(1), ...written.slice(1)];
        expect(await store.append(stream, batch, 'no-stream')).toMatchObject({ outcome: 'conflict', actual: 1 });
        expect(await store.readStream(stream)).toHaveLength(2);
      });

      test.runIf(noticesOtherData)('given the id stands there with other data, then it is a conflict', async () => {
        const { stream, written } = await streamOf(1);
        const other = exampleEvent({ note: 'something else' }, written[0]?.eventId);
        expect(await store.append(stream, [other], 'no-stream')).toEqual({ outcome: 'conflict', actual: 0 });
        expect(await store.readStream(stream)).toMatchObject([{ data: written[0]?.data }]);
      });

      test.runIf(knowsIdsOfAllStreams)(
        'given the ids stand in another stream, then it is a conflict with the very revision expected',
        async () => {
          const { written } = await streamOf(2);
          const other = exampleStream();
          expect(await store.append(other, written, 'no-stream')).toEqual({ outcome: 'conflict', actual: 'no-stream' });
          expect(await store.readStream(other)).toEqual([]);
        },
      );
    });

    describe('reading a stream', () => {
      test.each([0, 1, 2, 3, 4, 5, 6, 100])('given five events, when read from revision %i', async (from) => {
        const { stream, written } = await streamOf(5);
        expect(ids(await store.readStream(stream, from))).toEqual(ids(written.slice(from)));
      });

      test('given it is absent, then there are no events', async () => {
        expect(await store.readStream(exampleStream())).toEqual([]);
      });

      test('given streams whose names begin alike, then each has its own events', async () => {
        const { stream, written } = await streamOf(2);
        const longer = `${stream}-1` as typeof stream;
        await store.append(longer, events(1), 'no-stream');
        expect(ids(await store.readStream(stream))).toEqual(ids(written));
      });
    });

    describe('reading all', () => {
      test.each([1, 2, 3, 7, 12, 13, 1_000])(
        'given interleaved streams, in pages of %i, then every event comes once, in order of position',
        async (limit) => {
          const before = await store.head();
          const [a, b] = [exampleStream(), exampleStream()];
          const written = events(12);
          for (const [index, event] of written.entries()) {
            const revision = Math.floor(index / 2) - 1;
            await store.append(index % 2 ? a : b, [event], revision < 0 ? 'no-stream' : revision);
          }
          const all = await readEverything(store, before, limit);
          expect(ids(all)).toEqual(ids(written));
          expect(all.map(({ position }) => position)).toEqual(
            all.map(({ position }) => position).toSorted((x, y) => x - y),
          );
          expect(all.at(-1)?.position).toBe(await store.head());
        },
      );

      test('positions are whole, rise with every event and are what the append answered', async () => {
        const stream = exampleStream();
        const before = await store.head();
        const first = appended(await store.append(stream, events(3), 'no-stream'));
        const second = appended(await store.append(stream, events(1), 2));
        const positions = (await store.readAll(before, 10)).map(({ position }) => position);
        expect(new Set(positions)).toHaveLength(4);
        expect(positions.every(Number.isSafeInteger)).toBe(true);
        expect(positions[2]).toBe(first.position);
        expect(positions[3]).toBe(second.position);
      });

      test.each([0, 1, 2, 3, 4, 5])(
        'given five events, when read after %i of them, then the others come',
        async (passed) => {
          const before = await store.head();
          const { written } = await streamOf(5);
          const all = await store.readAll(before, 5);
          const after = all[passed - 1]?.position ?? before;
          expect(ids(await store.readAll(after, 10))).toEqual(ids(written.slice(passed)));
        },
      );

      test.each([0, 1, 1_000_000])('given %i beyond the head, then there are no events', async (beyond) => {
        expect(await store.readAll((await store.head()) + beyond, 10)).toEqual([]);
      });

      test('a limit of none, or of less, gives none', async () => {
        await streamOf(1);
        expect(await store.readAll(0, 0)).toEqual([]);
        expect(await store.readAll(0, -1)).toEqual([]);
      });

      test('what is asked from before the beginning begins there', async () => {
        const { stream } = await streamOf(2);
        expect(await store.readAll(-1, 1)).toEqual(await store.readAll(0, 1));
        expect(await store.readStream(stream, -1)).toEqual(await store.readStream(stream));
        await expect(store.append(stream, events(1), 1)).resolves.toMatchObject({ outcome: 'appended' });
      });

      test('it tells which event stands where', async () => {
        const before = await store.head();
        const { written } = await streamOf(3);
        const positions = (await store.readAll(before, 3)).map(({ position }) => position);
        expect(await Promise.all(positions.map((position) => store.idAt(position)))).toEqual(ids(written));
      });

      test('no event stands at 0, before it, or beyond the newest', async () => {
        await streamOf(1);
        const head = await store.head();
        const nowhere = [0, -1, head + 1, head + 1_000_000];
        expect(await Promise.all(nowhere.map((position) => store.idAt(position)))).toEqual(
          nowhere.map(() => undefined),
        );
      });
    });

    describe('many at once', () => {
      test('64 appenders on one stream at one revision: exactly one wins, the others learn the revision', async () => {
        const { stream } = await streamOf(1);
        for (let revision = 0; revision < 5; revision += 1) {
          const results = await Promise.all(
            Array.from({ length: 64 }, () => store.append(stream, events(1), revision)),
          );
          const conflicts = results.filter(({ outcome }) => outcome === 'conflict');
          expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
          expect(conflicts).toEqual(Array.from({ length: 63 }, () => ({ outcome: 'conflict', actual: revision + 1 })));
        }
        expect(await store.readStream(stream)).toHaveLength(6);
      });

      test('64 appenders who read again after a conflict: no update is lost', async () => {
        const { stream } = await streamOf(1);
        const appendOnce = async (): Promise<void> => {
          const head = (await store.readStream(stream)).at(-1)?.revision ?? 'no-stream';
          const result = await store.append(stream, events(1), head);
          return result.outcome === 'conflict' ? appendOnce() : undefined;
        };
        await Promise.all(Array.from({ length: 64 }, appendOnce));
        const recorded = await store.readStream(stream);
        expect(recorded.map(({ revision }) => revision)).toEqual(Array.from({ length: 65 }, (_, index) => index));
      });

      test('300 appenders on streams of their own: all succeed, each at a position of its own', async () => {
        const results = await Promise.all(
          Array.from({ length: 300 }, () => store.append(exampleStream(), events(2), 'no-stream')),
        );
        const positions = results.map((result) => appended(result).position);
        expect(new Set(positions)).toHaveLength(300);
      });

      test('when an append resolves, then it can be read at once', async () => {
        const read = await Promise.all(
          Array.from({ length: 20 }, async () => {
            const stream = exampleStream();
            const { position } = appended(await store.append(stream, events(1), 'no-stream'));
            return (await store.readStream(stream))[0]?.position === position && (await store.head()) >= position;
          }),
        );
        expect(read.every(Boolean)).toBe(true);
      });
    });

    describe('being told of appends', () => {
      test('a listener is called after an append', async () => {
        const { call, stop } = heard(store);
        await store.append(exampleStream(), events(1), 'no-stream');
        expect(await call).toBe('told');
        stop();
      });

      test('every listener is called', async () => {
        const both = [heard(store), heard(store)];
        await store.append(exampleStream(), events(1), 'no-stream');
        expect(await Promise.all(both.map(({ call }) => call))).toEqual(['told', 'told']);
        for (const { stop } of both) stop();
      });

      test('one who stopped is not called', async () => {
        let calls = 0;
        store.onAppended(() => {
          calls += 1;
        })();
        const { call, stop } = heard(store);
        await store.append(exampleStream(), events(1), 'no-stream');
        await call;
        stop();
        expect(calls).toBe(0);
      });
    });

    describe('once closed', () => {
      const uses: [string, (closed: EventStore) => Promise<unknown>][] = [
        ['append', (closed) => closed.append(exampleStream(), events(1), 'no-stream')],
        ['readStream', (closed) => closed.readStream(exampleStream())],
        ['readAll', (closed) => closed.readAll(0, 1)],
        ['idAt', (closed) => closed.idAt(1)],
        ['head', (closed) => closed.head()],
      ];

      test.each(uses)('%s says that the store is unavailable', async (_, use) => {
        await store.close();
        await expect(use(store)).rejects.toThrow(StoreUnavailable);
      });

      test('closing again does nothing', async () => {
        await store.close();
        await expect(store.close()).resolves.toBeUndefined();
      });

      test('what was on its way is still answered', async () => {
        const appending = store.append(exampleStream(), events(1), 'no-stream');
        await store.close();
        expect(await appending).toMatchObject({ outcome: 'appended' });
      });
    });
  });
  eventStoreContentContract(name, open);
};
