import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import type { Feed } from '@demarche/messaging';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import type { HealthCheck } from '@demarche/service-kit';
import { appendStory, aStory } from '@demarche/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ProjectionsModule, projectionsModule } from '../module.ts';
import { caughtUpFirst } from './caught-up-first.ts';
import { projectionsCheck } from './projections-check.ts';

let folder: string;
let store: EventStore;
const opened: ProjectionsModule[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-caught-up-'));
  store = memoryEventStore();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((module) => module.stop()));
  await rm(folder, { recursive: true });
});

const start = (feed: Feed): ProjectionsModule => {
  const clock = { now: () => '2026-11-21T12:00:00.000Z' };
  const module = projectionsModule({ feed, signals: inProcessSignals(), clock, path: join(folder, 'views.sqlite') });
  opened.push(module);
  return module;
};
const holds = async (module: ProjectionsModule, minPosition: Position): Promise<void> => {
  const behind = async () =>
    (await module.queries.ask([{ query: 'countries-by-code', arguments: { codes: ['XKD'] } }], { minPosition })).at
      .behind;
  await expect.poll(behind, { timeout: 20_000 }).toBe(false);
};
const statusIn = async (check: HealthCheck) => (await check()).status;

/** More than a busy office records in a second. */
const history = (() => {
  const story = aStory().recordedOn('2026-05-02');
  for (let year = 2001; year < 2071; year += 1) {
    for (const country of ['XKD', 'XNV']) story.publishes({ country, year, asks: ['Train judges.'] });
  }
  return story.events();
})();

const append = (from: number, to?: number) => appendStory(store, history.slice(from, to));

/** A feed of the store whose events can be held up. */
const heldFeed = ({ held }: { readonly held: boolean }) => {
  let gate = Promise.withResolvers<void>();
  if (!held) gate.resolve();
  const feed = storeFeed({ log: store });
  const follow: Feed['follow'] = (options) =>
    feed.follow({
      ...options,
      async handle(batch) {
        await gate.promise;
        await options.handle(batch);
      },
    });
  const hold = () => {
    gate = Promise.withResolvers<void>();
  };
  return { feed: { ...feed, follow }, hold, letGo: () => gate.resolve() };
};

/** A replica that held a little and went away, while much was recorded. */
const beenAway = async (until?: number) => {
  await append(0, 1);
  const before = start(storeFeed({ log: store }));
  await holds(before, 1);
  await before.stop();
  opened.length = 0;
  await append(1, until);
};

describe('a replica that was away', () => {
  it('is not ready before it has caught up, though it could answer', async () => {
    await beenAway();
    const { feed, letGo } = heldFeed({ held: true });
    const module = start(feed);
    const [check, usual] = [projectionsCheck(module, caughtUpFirst()), projectionsCheck(module)];

    expect(await statusIn(usual)).toBe('pass');
    expect(await check()).toMatchObject({ status: 'fail', catchingUp: expect.stringContaining('while it was away') });
    letGo();
    await holds(module, await store.head());
    expect(await statusIn(check)).toBe('pass');
  });

  it('is ready once it holds what was there when it was asked before, however much has come since', async () => {
    await beenAway(history.length - 20);
    const { feed, hold, letGo } = heldFeed({ held: true });
    const module = start(feed);
    const check = projectionsCheck(module, caughtUpFirst());
    expect(await statusIn(check)).toBe('fail');
    letGo();
    await holds(module, await store.head());
    hold();
    await append(history.length - 20);
    expect(await check()).toMatchObject({ status: 'pass', lag: 20 });
    letGo();
  });

  it('stays ready when it falls behind later, as all do together', async () => {
    await append(0, 1);
    const { feed, hold, letGo } = heldFeed({ held: false });
    const module = start(feed);
    let now = 0;
    const check = projectionsCheck(
      module,
      caughtUpFirst(() => now),
    );
    await holds(module, 1);
    expect(await statusIn(check)).toBe('pass');
    hold();
    await append(1);
    for (now = 10_000; now < 40_000; now += 10_000) {
      expect(await check()).toMatchObject({ status: 'pass', lag: history.length - 1 });
    }
    letGo();
  });

  it('answers with what it has while nobody knows how far the record goes', async () => {
    await beenAway();
    const { feed, letGo } = heldFeed({ held: true });
    const module = start({ ...feed, head: () => Promise.reject(new Error('the record is away')) });
    const check = projectionsCheck(module, caughtUpFirst());
    expect(await check()).toMatchObject({ status: 'warn', catchingUp: expect.stringContaining('not known') });
    letGo();
  });
});
