import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import type { Feed } from '@demarche/messaging';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { createReadiness } from '@demarche/service-kit';
import { appendStory, aStory } from '@demarche/testing';
import { expect, onTestFinished, test } from 'vitest';
import { type ProjectionsPorts, projectionsModule } from '../module.ts';
import { caughtUpFirst } from './caught-up-first.ts';
import { hearsCentre } from './hears-centre.ts';
import { keepsMoving } from './keeps-moving.ts';
import { lookByItself } from './look-by-itself.ts';
import { projectionsCheck } from './projections-check.ts';

const story = () => aStory().recordedOn('2026-05-02');
const ofOneYear = story().publishes({ country: 'XKD', year: 2024, asks: ['Train judges.'] });
const ofThree = [2022, 2023, 2024].reduce(
  (told, year) => told.publishes({ country: 'XKD', year, asks: ['Train judges.'] }),
  story(),
);

const ofAnotherFour = [2021, 2022, 2023, 2024].reduce(
  (told, year) => told.publishes({ country: 'XNV', year, asks: ['Train judges.'] }),
  story(),
);

const recordOf = async (told: typeof ofThree): Promise<EventStore> => {
  const store = memoryEventStore();
  await appendStory(store, told.events());
  return store;
};
const viewsOf = (feed: Feed, path = ':memory:', further: Partial<ProjectionsPorts> = {}) => {
  const clock = { now: () => '2026-11-21T12:00:00.000Z' };
  const module = projectionsModule({ feed, signals: inProcessSignals(), clock, path, ...further });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= module.stop());
  onTestFinished(stop);
  return { module, stop, check: projectionsCheck(module) };
};

test.each([
  ['is shorter', ofOneYear, 'hold more than the record: an older backup of it was restored.'],
  ['has grown beyond', ofAnotherFour, 'hold another event at position 3 than the record: an older backup'],
])(
  'given the record that was restored from a backup %s, then the views say so and are not ready',
  async (_, told, said) => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-ahead-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'views.sqlite');
    const before = viewsOf(storeFeed({ log: await recordOf(ofThree) }), path);
    await expect.poll(before.check).toMatchObject({ status: 'pass', position: 3 });
    await before.stop();

    const { check, module } = viewsOf(storeFeed({ log: await recordOf(told) }), path);
    const trouble = expect.stringContaining(said);
    expect(await check()).toMatchObject({ status: 'fail', beyondRecord: true, position: 3, lag: null, trouble });
    const asked = { query: 'projection-status', arguments: {} } as const;
    await expect
      .poll(() => module.queries.ask([asked], { minPosition: 2 }))
      .toMatchObject({
        at: { position: 3, behind: true },
        results: [{ position: 3, lag: null, beyondRecord: true }],
      });
  },
);

test('given three judges, then the projections are asked once', async () => {
  const { module } = viewsOf(storeFeed({ log: await recordOf(ofOneYear) }));
  let asked = 0;
  const status = () => {
    asked += 1;
    return module.status();
  };
  await projectionsCheck({ status }, keepsMoving(), caughtUpFirst())();
  expect(asked).toBe(1);
});

test('given the record does not answer, then readiness does, with what it knows', async () => {
  const feed = storeFeed({ log: await recordOf(ofOneYear) });
  let away = false;
  const { check } = viewsOf({ ...feed, head: () => (away ? new Promise(() => undefined) : feed.head()) });
  await expect.poll(check).toMatchObject({ status: 'pass', position: 1, lag: 0 });
  away = true;
  expect(await check()).toMatchObject({ status: 'pass', position: 1, lag: null });
});

test('given nothing comes though more is on record, then it is told after a while, until something comes', async () => {
  const store = await recordOf(ofOneYear);
  let relayed = 1;
  const readAll: EventStore['readAll'] = async (after, limit) =>
    (await store.readAll(after, limit)).filter(({ position }) => position <= relayed);
  const { module, check } = viewsOf(storeFeed({ log: { ...store, readAll } }));
  await expect.poll(check).toMatchObject({ status: 'pass', position: 1, lag: 0 });
  let now = 0;
  const looked = projectionsCheck(
    module,
    keepsMoving(() => now),
  );

  await appendStory(store, ofThree.events().slice(0, 2));
  expect(await looked()).toMatchObject({ status: 'pass', lag: 2 });
  now = 14_999;
  expect(await looked()).toMatchObject({ status: 'pass' });
  now = 15_000;
  expect(await looked()).toMatchObject({
    status: 'warn',
    lag: 2,
    trouble: expect.stringContaining('does the relay run'),
  });

  relayed = 4;
  await appendStory(
    store,
    story()
      .publishes({ country: 'XKD', year: 2025, asks: ['Train judges.'] })
      .events(),
  );
  await expect.poll(async () => (await module.status()).position).toBe(4);
  expect(await looked()).toMatchObject({ status: 'pass' });
});

test('given nobody asks while the views stand still, then whoever asks first is told', async () => {
  const { module } = viewsOf(storeFeed({ log: await recordOf(ofOneYear) }));
  const standing = { ...(await module.status()), serving: true, position: 1, lag: 2 };
  let [now, looks] = [0, 0];
  const status = async () => {
    looks += 1;
    return standing;
  };
  const check = projectionsCheck(
    { status },
    keepsMoving(() => now),
  );
  const readiness = createReadiness();
  onTestFinished(readiness.drop);
  lookByItself(check, readiness, 1);
  await expect.poll(() => looks, { timeout: 20_000 }).toBeGreaterThan(1);
  now = 15_000;
  expect(await check()).toMatchObject({ status: 'warn', trouble: expect.stringContaining('does the relay run') });
});

test('given the centre of a far site is silent, then it is told since when, and questions are answered', async () => {
  const feed = storeFeed({ log: await recordOf(ofOneYear) });
  let [heardAt, silent]: [string | null, boolean] = ['2026-11-21T10:42:00.000Z', false];
  const centre = async () => ({ heardAt, silent, missing: 0 });
  const { module } = viewsOf(feed, ':memory:', { centre });
  const check = projectionsCheck(module, hearsCentre, caughtUpFirst());
  const inGraph = async () => (await module.queries.ask([{ query: 'projection-status', arguments: {} }])).results[0];
  await expect.poll(check).toMatchObject({ status: 'pass', position: 1 });

  silent = true;
  expect(await check()).toMatchObject({
    status: 'warn',
    trouble: expect.stringContaining('Nothing has been heard from the centre since 2026-11-21T10:42:00.000Z'),
  });
  expect(await inGraph()).toMatchObject({ centre: { heardAt, silent } });
  heardAt = null;
  expect(await check()).toMatchObject({ trouble: expect.stringContaining('since the bus here was started') });
  silent = false;
  expect(await check()).toMatchObject({ status: 'pass', trouble: null });
});
