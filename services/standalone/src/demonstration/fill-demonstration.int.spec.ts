import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { describe, expect, test } from 'vitest';
import { readDemonstrationMark } from './demonstration-mark.ts';
import { demonstrationWanted } from './demonstration-wanted.ts';
import { fillDemonstration } from './fill-demonstration.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'demonstration-'));
const fill = (store: EventStore, folder: string, more: Partial<Parameters<typeof fillDemonstration>[0]> = {}) =>
  fillDemonstration({ store, folder, setting: 'default', today: '2026-11-21', progress: () => undefined, ...more });

/** A store that goes away in the middle. */
const breakingAfter = (store: EventStore, appends: number): EventStore => {
  let left = appends;
  return {
    ...store,
    append: (...append) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('the power went')) : store.append(...append);
    },
  };
};

test('an empty store is filled once, and the folder says that it is made up', async () => {
  const [store, folder, told] = [memoryEventStore(), newFolder(), [] as number[]];

  expect(await fill(store, folder, { progress: (events) => told.push(events) })).toBe(true);
  const head = await store.head();
  expect(head).toBeGreaterThan(500);
  expect(told.at(-1)).toBe(head);
  expect(await fill(store, folder, { setting: 'no' })).toBe(true);
  expect(await store.head()).toBe(head);
});

test('what was interrupted is gone on with on another day, and nothing is there twice', async () => {
  const [store, folder, whole] = [memoryEventStore(), newFolder(), memoryEventStore()];
  await expect(fill(breakingAfter(store, 300), folder)).rejects.toThrow('the power went');
  expect(readDemonstrationMark(folder)).toMatchObject({ state: 'filling', day: '2026-11-21' });

  await fill(store, folder, { today: '2026-11-29' });
  await fill(whole, newFolder());

  const ids = async (filled: EventStore) =>
    (await filled.readAll(0, 1_000_000)).map(({ eventId }) => eventId).toSorted();
  expect(await ids(store)).toEqual(await ids(whole));
});

test('without it the folder says nothing', async () => {
  const folder = newFolder();

  expect(await fill(memoryEventStore(), folder, { setting: 'no' })).toBe(false);
  expect(readDemonstrationMark(folder)).toBeNull();
});

describe('it is put in', () => {
  test.each([
    ['default', undefined, true, true],
    ['default', undefined, false, false],
    ['yes', undefined, true, true],
    ['no', undefined, true, false],
    ['no', 'filling', false, true],
    ['yes', 'filled', false, false],
  ] as const)('DEMARCHE_DEMO=%s, mark %s, empty %s: %s', (...[setting, state, empty, wanted]) => {
    expect(demonstrationWanted(setting, state, empty)).toBe(wanted);
  });

  test('never beside a record of one’s own', () => {
    expect(() => demonstrationWanted('yes', undefined, false)).toThrow(
      /holds a record of its own\. Choose another folder/,
    );
  });
});
