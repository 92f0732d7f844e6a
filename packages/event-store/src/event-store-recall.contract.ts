import type { StreamName } from '@demarche/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  AppendTooLarge,
  type EventStore,
  type NewEvent,
  type RecalledStream,
  StoreUnavailable,
} from './event-store.ts';
import { exampleEvent, exampleStream } from './spec-kit/example-event.ts';

/**
 * What a store must do that recalls streams.
 * @param open gives the same place twice, as to two processes
 */
export const eventStoreRecallContract = (
  name: string,
  open: () => Promise<readonly [EventStore, EventStore]>,
): void => {
  describe(`${name} recalls what was seen of a stream`, () => {
    let store: EventStore;
    let other: EventStore;
    let stream: StreamName;
    beforeEach(async () => {
      [store, other] = await open();
      stream = exampleStream();
    });
    afterEach(() => Promise.all([store.close(), other.close()]));

    const recalled = (): RecalledStream => {
      const answer = store.recall?.(stream);
      if (!answer) throw new Error('The store recalls nothing');
      return answer;
    };
    const ids = (events: readonly NewEvent[]) => events.map(({ eventId }) => eventId);

    test('given it never saw the stream, then without events, and appended to as a new one', async () => {
      expect(recalled().events).toEqual([]);
      const event = exampleEvent();
      const answer = await recalled().append([event]);
      const [recorded] = await other.readStream(stream);
      expect(recorded).toMatchObject(event);
      expect(answer).toEqual({ outcome: 'appended', revision: 0, position: recorded?.position });
    });

    test('given what it appended and what it read, then all of it, and appended to behind it', async () => {
      const events = Array.from({ length: 5 }, (_, index) => exampleEvent({ index }));
      await other.append(stream, events.slice(0, 2), 'no-stream');
      await store.readStream(stream);
      await store.append(stream, events.slice(2, 4), 1);
      expect(recalled().events).toEqual(events.slice(0, 4));
      expect(await recalled().append(events.slice(4))).toMatchObject({ outcome: 'appended', revision: 4 });
      expect(recalled().events).toEqual(events);
      expect(ids(await other.readStream(stream))).toEqual(ids(events));
    });

    test('given it was read from its middle only, then nothing that would leave a gap', async () => {
      await other.append(stream, [exampleEvent(), exampleEvent()], 'no-stream');
      await store.readStream(stream, 1);
      expect(recalled().events).toEqual([]);
    });

    test('given another process has appended since, then it is overtaken and nothing is there', async () => {
      const first = exampleEvent();
      const before = recalled();
      await other.append(stream, [first], 'no-stream');
      expect(await before.append([exampleEvent()])).toEqual({ outcome: 'overtaken' });
      expect(ids(await other.readStream(stream))).toEqual([first.eventId]);
      await store.readStream(stream);
      expect(await recalled().append([exampleEvent()])).toMatchObject({ outcome: 'appended', revision: 1 });
    });

    test('given it has appended itself since, then what was recalled before is overtaken', async () => {
      const before = recalled();
      await store.append(stream, [exampleEvent()], 'no-stream');
      expect(await before.append([exampleEvent()])).toEqual({ outcome: 'overtaken' });
    });

    test('given the same command was recorded by another process, then it is no success', async () => {
      const event = exampleEvent();
      const earlier = { ...event, metadata: { ...event.metadata, recordedAt: '2026-03-02T09:29:59.999Z' } };
      await other.append(stream, [earlier], 'no-stream');
      expect(await recalled().append([event])).toEqual({ outcome: 'overtaken' });
      expect(await store.readStream(stream)).toMatchObject([earlier]);
    });

    test('given ten at the same moment, then one is recorded and the others are overtaken', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => recalled().append([exampleEvent()])));
      expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([
        'appended',
        ...Array.from({ length: 9 }, () => 'overtaken'),
      ]);
      expect(await other.readStream(stream)).toHaveLength(1);
    });

    test('given the same events twice at the same moment, then one is recorded now and the other is not', async () => {
      const events = [exampleEvent()];
      const answers = await Promise.all([recalled().append(events), recalled().append(events)]);
      expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['appended', 'overtaken']);
    });

    test('whatever becomes of the events handed in and out, the next ones are as recorded', async () => {
      const event = exampleEvent({ note: 'as recorded' });
      await recalled().append([event]);
      for (const each of [event, ...recalled().events]) (each.data as { note: string }).note = 'changed';
      expect(recalled().events).toMatchObject([{ data: { note: 'as recorded' } }]);
    });

    test('too much at once is refused, and so is everything once it is closed', async () => {
      const before = recalled();
      await expect(before.append([exampleEvent({ text: 'x'.repeat(2 ** 20) })])).rejects.toThrow(AppendTooLarge);
      await store.close();
      await expect(before.append([exampleEvent()])).rejects.toThrow(StoreUnavailable);
    });
  });
};
