import { accept, reject } from '@demarche/kernel';
import { describe, expect, test } from 'vitest';
import { memoryEventStore } from './adapters/memory/memory-event-store.ts';
import { handleCommand } from './handle-command.ts';
import { exampleEvent } from './spec-kit/example-event.ts';
import { assigned, engagement, followUps, handling, keyed } from './spec-kit/example-follow-ups.ts';
import { recallingStore } from './spec-kit/recalling-store.ts';

/** Two processes before one store, and how often the first has read. */
const twoProcesses = () => {
  const place = memoryEventStore();
  let reads = 0;
  const store = recallingStore(place, () => {
    reads += 1;
  });
  const other = recallingStore(place);
  return { store, other, reads: () => reads };
};

const generous = { ...followUps, decide: ({ what }: { readonly what: string }) => accept(assigned(what)) };

describe('a store that recalls what it saw is not read', () => {
  test('given a stream that it never saw, and then its own events, then commands are recorded behind each other', async () => {
    const { store, other, reads } = twoProcesses();
    for (const index of [0, 1, 2]) {
      const result = await handleCommand(handling(store, `task ${index}`, { commandId: keyed(index) }));
      expect(result).toMatchObject({ outcome: 'recorded', revision: index, position: index + 1 });
    }
    expect(reads()).toBe(0);
    expect(await other.readStream(engagement)).toHaveLength(3);
  });

  test('given a sensitive record, then what is added to it is sensitive too', async () => {
    const { store, other, reads } = twoProcesses();
    await handleCommand(handling(store, 'Send the model law', { commandId: keyed(1), marking: 'SBU' }));
    await handleCommand(handling(store, 'Call the ministry', { commandId: keyed(2), marking: 'U' }));
    expect((await other.readStream(engagement)).map(({ metadata }) => metadata.marking)).toEqual(['SBU', 'SBU']);
    expect(reads()).toBe(0);
  });

  test('given they saw the revision that it recalls, then theirs is recorded', async () => {
    const { store, reads } = twoProcesses();
    await handleCommand(handling(store, 'first', { commandId: keyed(1), ifMatch: -1 }));
    const result = await handleCommand(handling(store, 'second', { commandId: keyed(2), ifMatch: 0 }));
    expect(result).toMatchObject({ outcome: 'recorded', revision: 1 });
    expect(reads()).toBe(0);
  });
});

describe('what is recalled may be out of date: then it is read, and nothing else is believed', () => {
  test('given another process has recorded something, then it is decided on that and recorded behind it', async () => {
    const { store, other, reads } = twoProcesses();
    await handleCommand(handling(store, 'mine', { commandId: keyed(1) }));
    await handleCommand(handling(other, 'theirs', { commandId: keyed(2) }));
    const seen: (readonly string[])[] = [];
    const decide: typeof followUps.decide = (command, state) => {
      seen.push(state);
      return followUps.decide(command, state);
    };
    const result = await handleCommand({ ...handling(store, 'more'), decider: { ...followUps, decide } });
    expect(result).toMatchObject({ outcome: 'recorded', revision: 2 });
    expect(seen).toEqual([['mine'], ['mine', 'theirs']]);
    expect(reads()).toBe(1);
  });

  test('given another process was told the same under the same key, then it is answered as it was then', async () => {
    const { store, other } = twoProcesses();
    const earlier = { ...handling(other, 'mine'), clock: { now: () => '2026-03-02T09:29:59.999Z' } };
    const first = await handleCommand(earlier);
    await handleCommand(handling(other, 'theirs', { commandId: keyed(2) }));
    const again = await handleCommand(handling(store, 'mine'));
    expect(again).toMatchObject({ outcome: 'repeated', revision: 0, position: 1 });
    expect('events' in again && again.events).toMatchObject('events' in first ? first.events : []);
  });

  test('given its own answer was lost, then a repeat is answered as the first time', async () => {
    const { store } = twoProcesses();
    await handleCommand(handling(store, 'mine'));
    expect(await handleCommand(handling(store, 'mine'))).toMatchObject({ outcome: 'repeated', revision: 0 });
  });

  test.each([
    ['other input under the key', handling(memoryEventStore(), 'theirs'), { outcome: 'key-reused' }],
    [
      'the same under another key',
      handling(memoryEventStore(), 'mine', { commandId: keyed(1) }),
      { outcome: 'unchanged', revision: 0, position: 1 },
    ],
  ])('given another process has recorded %s, then that is what it is told', async (_, theirs, told) => {
    const { store, other } = twoProcesses();
    await handleCommand({ ...theirs, store: other });
    expect(await handleCommand(handling(store, 'mine'))).toEqual(told);
    expect(await other.head()).toBe(1);
  });

  test('given a rule that forbade it and now does not, then it is recorded', async () => {
    const { store, other } = twoProcesses();
    const decide: typeof followUps.decide = ({ what }, state) =>
      state.length === 0 ? reject('enough-to-do', 'Nothing has begun.') : accept(assigned(what));
    await handleCommand(handling(other, 'theirs', { commandId: keyed(1) }));
    const result = await handleCommand({ ...handling(store, 'mine'), decider: { ...followUps, decide } });
    expect(result).toMatchObject({ outcome: 'recorded', revision: 1 });
  });

  test('given nothing was to be done and now something is, then it is recorded', async () => {
    const { store, other } = twoProcesses();
    const decide: typeof followUps.decide = ({ what }, state) =>
      accept(...(state.length === 0 ? [] : [assigned(what)]));
    await handleCommand(handling(other, 'theirs', { commandId: keyed(1) }));
    const result = await handleCommand({ ...handling(store, 'mine'), decider: { ...followUps, decide } });
    expect(result).toMatchObject({ outcome: 'recorded', revision: 1 });
  });

  test.each([
    [-1, 1],
    [0, 1],
  ])('given they saw revision %i and there is %i, then it is stale', async (ifMatch, currentRevision) => {
    const { store, other } = twoProcesses();
    if (ifMatch === 0) await handleCommand(handling(store, 'first', { commandId: keyed(1) }));
    for (let index = ifMatch + 1; index <= currentRevision; index += 1) {
      await handleCommand(handling(other, `theirs ${index}`, { commandId: keyed(index + 5) }));
    }
    expect(await handleCommand(handling(store, 'mine', { ifMatch }))).toEqual({ outcome: 'stale', currentRevision });
  });

  test.each([-1, 1, 7])('given revision 0, which it recalls, when they saw %i, then it is stale', async (ifMatch) => {
    const { store } = twoProcesses();
    await handleCommand(handling(store, 'first', { commandId: keyed(1) }));
    expect(await handleCommand(handling(store, 'mine', { ifMatch }))).toEqual({ outcome: 'stale', currentRevision: 0 });
  });

  test('given they saw more than it recalls, then it is read, and recorded where that is all', async () => {
    const { store, other } = twoProcesses();
    await handleCommand(handling(other, 'theirs', { commandId: keyed(1) }));
    const result = await handleCommand(handling(store, 'mine', { ifMatch: 0 }));
    expect(result).toMatchObject({ outcome: 'recorded', revision: 1 });
  });

  test('given origins, then they are read all the same, and folded first', async () => {
    const { store, other, reads } = twoProcesses();
    const origin = 'engagement-ENG-5D2M-8Q4X' as typeof engagement;
    await handleCommand({ ...handling(other, 'older', { commandId: keyed(1) }), stream: origin });
    const seen: (readonly string[])[] = [];
    const decide: typeof followUps.decide = (command, state) => {
      seen.push(state);
      return followUps.decide(command, state);
    };
    await handleCommand({ ...handling(store, 'newer'), decider: { ...followUps, decide }, origins: [origin] });
    expect(seen).toEqual([['older']]);
    expect(reads()).toBe(1);
  });

  test('given a recalled event that this release cannot read, then the command stops', async () => {
    const { store } = twoProcesses();
    await store.append(engagement, [{ ...exampleEvent({}), type: 'FollowUpDelegated' }], 'no-stream');
    await expect(handleCommand(handling(store, 'mine', { commandId: keyed(1) }))).rejects.toThrow(
      /FollowUpDelegated is not in the catalogue/,
    );
  });

  test('given ten officers at once in two processes, then every success is there once', async () => {
    const { store, other } = twoProcesses();
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const command = handling(index % 2 ? store : other, `task ${index}`, { commandId: keyed(index) });
        return handleCommand({ ...command, decider: generous });
      }),
    );
    const recorded = results.flatMap((result) => (result.outcome === 'recorded' ? result.events : []));
    const stored = await store.readStream(engagement);
    expect(recorded.length).toBeGreaterThan(1);
    expect(recorded.length + results.filter(({ outcome }) => outcome === 'contended').length).toBe(10);
    expect(stored.map(({ eventId }) => eventId).toSorted()).toEqual(recorded.map(({ eventId }) => eventId).toSorted());
  });
});
