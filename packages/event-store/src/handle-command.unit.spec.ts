import { StreamName } from '@demarche/contracts';
import { accept } from '@demarche/kernel';
import { describe, expect, test } from 'vitest';
import { memoryEventStore } from './adapters/memory/memory-event-store.ts';
import type { EventStore } from './event-store.ts';
import { handleCommand } from './handle-command.ts';
import { exampleEvent } from './spec-kit/example-event.ts';
import { type Assign, assigned, engagement, followUps, handling, KEY, keyed } from './spec-kit/example-follow-ups.ts';

/** A store in which somebody else is first, so many times. */
const withRival = (store: EventStore, times: number): EventStore => {
  let left = times;
  return {
    ...store,
    async append(stream, events, expected) {
      if (left > 0) {
        left -= 1;
        await store.append(
          stream,
          [exampleEvent(assigned(`rival ${left}`).data)].map((event) => ({ ...event, type: 'FollowUpAssigned' })),
          expected,
        );
      }
      return store.append(stream, events, expected);
    },
  };
};

describe('a command is decided and recorded', () => {
  test('given an empty stream, then its events are appended with who, when and under which key', async () => {
    const store = memoryEventStore();
    const result = await handleCommand(handling(store, 'Send the model law'));
    expect(result).toMatchObject({ outcome: 'recorded', revision: 0, position: 1 });
    const [recorded] = await store.readStream(engagement);
    expect(recorded).toMatchObject({
      type: 'FollowUpAssigned',
      data: assigned('Send the model law').data,
      metadata: {
        commandId: KEY,
        actor: 'amara.okoye',
        role: 'embassy_officer',
        post: 'Embassy Kaldara',
        marking: 'SBU',
        recordedAt: '2026-03-02T09:30:00.000Z',
        schemaVersion: '1',
      },
    });
    expect(Object.values(recorded?.metadata ?? {}).every((value) => typeof value === 'string')).toBe(true);
  });

  test('given a rule forbids it, then it is rejected by name and nothing is recorded', async () => {
    const store = memoryEventStore();
    for (const index of [1, 2, 3]) await handleCommand(handling(store, `task ${index}`, { commandId: keyed(index) }));
    const result = await handleCommand(handling(store, 'one more'));
    expect(result).toEqual({ outcome: 'rejected', code: 'enough-to-do', detail: 'There is enough to do already.' });
    expect(await store.head()).toBe(3);
  });

  test('given an event that no release could read again, then it is not written and no stream is spoilt', async () => {
    const store = memoryEventStore();
    const { decider, ...rest } = handling(store, 'Send the model law');
    const decide = () => accept({ ...assigned('x'), data: { ...assigned('x').data, what: '' } });
    await expect(handleCommand({ ...rest, decider: { ...decider, decide } })).rejects.toThrow(
      'FollowUpAssigned version 1: what must not be empty',
    );
    expect(await store.head()).toBe(0);
  });

  test('given it already holds, then nothing is recorded and the answer points at what is', async () => {
    const store = memoryEventStore();
    await handleCommand(handling(store, 'Send the model law', { commandId: keyed(1) }));
    const result = await handleCommand(handling(store, 'Send the model law'));
    expect(result).toEqual({ outcome: 'unchanged', revision: 0, position: 1 });
    expect(await store.head()).toBe(1);
  });

  test('given a sensitive record, then what is added to it is sensitive too', async () => {
    const store = memoryEventStore();
    await handleCommand(handling(store, 'Send the model law', { commandId: keyed(1), marking: 'SBU' }));
    await handleCommand(handling(store, 'Call the ministry', { commandId: keyed(2), marking: 'U' }));
    const other = StreamName.parse('engagement-ENG-5D2M-8Q4X');
    await handleCommand({ ...handling(store, 'one more', { commandId: keyed(3), marking: 'U' }), stream: other });
    const markings = (await store.readAll(0, 10)).map(({ metadata }) => metadata.marking);
    expect(markings).toEqual(['SBU', 'SBU', 'U']);
  });

  test('given origins, then they are folded before its own stream', async () => {
    const store = memoryEventStore();
    const origin = StreamName.parse('engagement-ENG-5D2M-8Q4X');
    await handleCommand({ ...handling(store, 'older', { commandId: keyed(1) }), stream: origin });
    await handleCommand(handling(store, 'newer', { commandId: keyed(2) }));
    const seen: (readonly string[])[] = [];
    const decider: typeof followUps = {
      ...followUps,
      decide(command, state) {
        seen.push(state);
        return followUps.decide(command, state);
      },
    };
    const result = await handleCommand({ ...handling(store, 'older'), decider, origins: [origin] });
    expect(seen).toEqual([['older', 'newer']]);
    expect(result).toEqual({ outcome: 'unchanged', revision: 0, position: 2 });
  });
});

describe('a key is used again', () => {
  test('given the same command, then it is answered as before, whatever happened since', async () => {
    const store = memoryEventStore();
    const first = await handleCommand(handling(store, 'Send the model law'));
    await handleCommand(handling(store, 'something else', { commandId: keyed(2) }));
    const again = await handleCommand(handling(store, 'Send the model law'));
    expect(again).toMatchObject({ outcome: 'repeated', revision: 0, position: 1 });
    expect('events' in first && 'events' in again && again.events.map(({ eventId }) => eventId)).toEqual(
      'events' in first && first.events.map(({ eventId }) => eventId),
    );
    expect(await store.head()).toBe(2);
  });

  test('given other input, then the key is refused', async () => {
    const store = memoryEventStore();
    await handleCommand(handling(store, 'Send the model law'));
    expect(await handleCommand(handling(store, 'Send a bill'))).toEqual({ outcome: 'key-reused' });
    expect(await store.head()).toBe(1);
  });

  test('given another stream, then the key is refused', async () => {
    const store = memoryEventStore();
    await handleCommand(handling(store, 'Send the model law'));
    const elsewhere = { ...handling(store, 'Send a bill'), stream: StreamName.parse('engagement-ENG-5D2M-8Q4X') };
    expect(await handleCommand(elsewhere)).toEqual({ outcome: 'key-reused' });
    expect(await store.head()).toBe(1);
  });

  test('given ten at the same moment, then one effect, and all learn of it', async () => {
    const store = memoryEventStore();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => handleCommand(handling(store, 'Send the model law'))),
    );
    expect(results.map((result) => 'position' in result && result.position)).toEqual(
      Array.from({ length: 10 }, () => 1),
    );
    expect(await store.head()).toBe(1);
  });

  test('given other input at the same moment, then one is recorded and the other refused', async () => {
    const store = memoryEventStore();
    const results = await Promise.all(
      ['Send the model law', 'Send a bill'].map((what) => handleCommand(handling(store, what))),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['recorded', 'key-reused']);
    expect(await store.head()).toBe(1);
  });
});

describe('somebody else was first', () => {
  test.each([1, 2, 3])('%i times: it is read and decided again, then recorded', async (times) => {
    const store = withRival(memoryEventStore(), times);
    const generous = { ...followUps, decide: ({ what }: Assign) => accept(assigned(what)) };
    const result = await handleCommand({ ...handling(store, 'mine'), decider: generous });
    expect(result).toMatchObject({ outcome: 'recorded', revision: times });
  });

  test('four times: it is given up as contended', async () => {
    const inner = memoryEventStore();
    const generous = { ...followUps, decide: ({ what }: Assign) => accept(assigned(what)) };
    const result = await handleCommand({ ...handling(withRival(inner, 4), 'mine'), decider: generous });
    expect(result).toEqual({ outcome: 'contended' });
    expect(await inner.head()).toBe(4);
  });

  test('and what they did forbids it now: it is rejected', async () => {
    const result = await handleCommand(handling(withRival(memoryEventStore(), 3), 'mine'));
    expect(result).toMatchObject({ outcome: 'rejected', code: 'enough-to-do' });
  });
});

describe('the caller says which revision they have seen', () => {
  test.each([
    [0, 0],
    [1, 1],
    [2, 2],
  ])('given %i events before theirs and they saw as many, then it is recorded', async (before, revision) => {
    const store = memoryEventStore();
    for (let index = 0; index < before; index += 1)
      await handleCommand(handling(store, `task ${index}`, { commandId: keyed(index) }));
    const result = await handleCommand(handling(store, 'mine', { ifMatch: before - 1 }));
    expect(result).toMatchObject({ outcome: 'recorded', revision });
  });

  test.each([-1, 1, 7])(
    'given revision 0, when they saw %i, then it is stale and says what is there',
    async (ifMatch) => {
      const store = memoryEventStore();
      await handleCommand(handling(store, 'first', { commandId: keyed(1) }));
      expect(await handleCommand(handling(store, 'mine', { ifMatch }))).toEqual({
        outcome: 'stale',
        currentRevision: 0,
      });
      expect(await store.head()).toBe(1);
    },
  );

  test('given somebody is first after it was read, then it is stale and never decided again', async () => {
    const result = await handleCommand(handling(withRival(memoryEventStore(), 1), 'mine', { ifMatch: -1 }));
    expect(result).toEqual({ outcome: 'stale', currentRevision: 0 });
  });

  test('given it is a repeat, then it is answered as before and not as stale', async () => {
    const store = memoryEventStore();
    await handleCommand(handling(store, 'mine', { ifMatch: -1 }));
    expect(await handleCommand(handling(store, 'mine', { ifMatch: -1 }))).toMatchObject({ outcome: 'repeated' });
  });
});

test('a stream that this release cannot read stops the command', async () => {
  const store = memoryEventStore();
  await store.append(engagement, [{ ...exampleEvent({}), type: 'FollowUpDelegated' }], 'no-stream');
  await expect(handleCommand(handling(store, 'mine', { commandId: keyed(1) }))).rejects.toThrow(
    /FollowUpDelegated is not in the catalogue/,
  );
});
