import { existsSync, writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import type { Feed } from '@demarche/messaging';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openViews } from './open-views.ts';
import type { Projector } from './projector.ts';
import { RebuildUnderWay } from './rebuilds.ts';
import { RebuildNeeded, runProjections } from './run-projections.ts';
import { journalProjector, notes, recordNotes, tallyProjector } from './spec-kit/example-views.ts';
import { viewFolder } from './spec-kit/view-folder.ts';
import { UnknownView } from './unknown-view.ts';

const { newPath, filesIn } = viewFolder();
const both = [tallyProjector(), journalProjector()];

/** A feed that stands still once so many events of a rebuild are handled, until it is let go, and tells where it began. */
const halting = (store: EventStore) => {
  const inner = storeFeed({ log: store });
  const begun: number[] = [];
  let haltAt = Number.POSITIVE_INFINITY;
  let halted = Promise.withResolvers<void>();
  let goOn = Promise.withResolvers<void>();
  const feed: Feed = {
    ...inner,
    follow(options) {
      begun.push(options.after);
      return inner.follow({
        ...options,
        handle: async (batch) => {
          await options.handle(batch);
          if ((batch.events.at(-1)?.position ?? 0) !== haltAt) return;
          halted.resolve();
          const calledOff = new Promise((resolve) => options.signal.addEventListener('abort', resolve));
          await Promise.race([goOn.promise, calledOff]);
        },
      });
    },
  };
  return {
    feed,
    begun,
    haltAt(position: number) {
      haltAt = position;
      halted = Promise.withResolvers<void>();
      goOn = Promise.withResolvers<void>();
    },
    halted: () => halted.promise,
    letGo() {
      haltAt = Number.POSITIVE_INFINITY;
      goOn.resolve();
    },
  };
};

interface Start {
  readonly store: EventStore;
  readonly path?: string;
  readonly projectors?: readonly Projector[];
  readonly feed?: Feed;
}

const start = ({ store, path = newPath(), projectors = both, feed = storeFeed({ log: store }) }: Start) => {
  const views = openViews(path, projectors);
  const projections = runProjections({ feed, views, signals: inProcessSignals(), batchSize: 5, retryAfterMs: 1 });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= projections.stop().then(() => views.close());
    return stopped;
  };
  onTestFinished(stop);
  const caughtUp = async () => expect(await projections.waitFor(await store.head(), 10_000)).toBe(true);
  const hash = () => views.live()?.contentHash();
  return { store, path, views, projections, stop, caughtUp, hash };
};

const recorded = async (count: number) => {
  const store = memoryEventStore();
  await recordNotes(store, notes(count));
  return store;
};
const cleanHash = async (store: EventStore, projectors = both) => {
  const { hash, caughtUp, stop } = start({ store, path: ':memory:', projectors });
  await caughtUp();
  const clean = hash();
  await stop();
  return clean;
};

describe('a rebuild that is called off', () => {
  test('ends at once, says so, and the next one goes on where it was', async () => {
    const store = await recorded(30);
    const { feed, begun, haltAt, halted, letGo } = halting(store);
    const { projections, caughtUp, hash, path } = start({ store, feed });
    await caughtUp();
    haltAt(15);
    const first = projections.rebuild();
    await halted();
    expect(await projections.callOffRebuild()).toBe(true);
    expect(await first).toBe(false);
    expect(projections.rebuildState()).toMatchObject({
      number: 2,
      state: 'cancelled',
      view: null,
      done: 15,
      target: 30,
    });
    expect((await projections.status()).rebuilding).toEqual([]);

    letGo();
    expect(await projections.rebuild()).toBe(true);
    expect(begun.at(-1)).toBe(15);
    expect(projections.rebuildState()).toMatchObject({ number: 3, state: 'done', done: 30, target: 30 });
    expect(hash()).toBe(await cleanHash(store));
    expect(filesIn(path)).toEqual(['views.2.db']);
  });

  test('waits, after a new start too, until somebody asks for it', async () => {
    const store = await recorded(30);
    const { feed, begun, haltAt, halted, letGo } = halting(store);
    const first = start({ store, feed });
    await first.caughtUp();
    haltAt(15);
    void first.projections.rebuild();
    await halted();
    await first.projections.callOffRebuild();
    await first.stop();
    letGo();
    const second = start({ store, feed, path: first.path });
    await second.caughtUp();
    await turn();
    expect(second.projections.rebuildState()).toBeNull();
    expect(await second.projections.rebuild()).toBe(true);
    expect(begun.at(-1)).toBe(15);
    expect(second.hash()).toBe(await cleanHash(store));
  });

  test('where none is under way, there is nothing to call off', async () => {
    const { projections, caughtUp } = start({ store: await recorded(1) });
    await caughtUp();
    expect(await projections.callOffRebuild()).toBe(false);
  });

  test('one that this release needs cannot be', async () => {
    const store = await recorded(10);
    const before = start({ store });
    await before.caughtUp();
    await before.stop();
    const { feed, haltAt, halted, letGo } = halting(store);
    haltAt(5);
    const newer = start({
      store,
      feed,
      path: before.path,
      projectors: [tallyProjector('nothing', 2), journalProjector()],
    });
    await halted();
    await expect(newer.projections.callOffRebuild()).rejects.toThrow(RebuildNeeded);
    const rebuilt = newer.projections.rebuild();
    letGo();
    expect(await rebuilt).toBe(true);
    expect(newer.projections.rebuildState()).toMatchObject({ number: 1, state: 'done' });
  });
});

test('a rebuild within which the process ended goes on at the next start, and the views answer meanwhile', async () => {
  const store = await recorded(30);
  const first = halting(store);
  const before = start({ store, feed: first.feed });
  await before.caughtUp();
  first.haltAt(15);
  void before.projections.rebuild();
  await first.halted();
  await before.stop();
  expect(before.projections.rebuildState()).toMatchObject({ state: 'stopped', done: 15 });

  const second = halting(store);
  second.haltAt(20);
  const after = start({ store, feed: second.feed, path: before.path });
  await second.halted();
  expect(second.begun).toContain(15);
  expect(after.views.live()?.checkpoint()).toBe(30);
  expect(filesIn(before.path)).toEqual(['views.1.db', 'views.2.db']);
  const rebuilt = after.projections.rebuild();
  second.letGo();
  expect(await rebuilt).toBe(true);
  expect(after.hash()).toBe(await cleanHash(store));
  expect(filesIn(before.path)).toEqual(['views.2.db']);
});

describe('a rebuild of one view', () => {
  /** Takes every event, but writes nothing of it into its own table. */
  const forgetful: Projector = { ...tallyProjector(), project() {} };

  test('reads everything for that one alone, and leaves the others as they are', async () => {
    const store = await recorded(12);
    const path = newPath();
    const wrong = start({ store, path, projectors: [forgetful, journalProjector()] });
    await wrong.caughtUp();
    const spoilt = wrong.hash();
    await wrong.stop();

    const seen = { tally: 0, journal: 0 };
    const counting = (projector: Projector): Projector => ({
      ...projector,
      project(writer, event) {
        seen[projector.view as keyof typeof seen] += 1;
        projector.project(writer, event);
      },
    });
    const { projections, hash, caughtUp } = start({ store, path, projectors: both.map(counting) });
    await caughtUp();
    expect(hash()).toBe(spoilt);
    expect(await projections.rebuild('tally')).toBe(true);
    expect(seen).toEqual({ tally: 12, journal: 0 });
    expect(hash()).toBe(await cleanHash(store));
    expect((await projections.status()).events).toBe(12);

    await recordNotes(store, notes(3, 'XMB-2024-01'));
    await caughtUp();
    expect(hash()).toBe(await cleanHash(store));
    expect(filesIn(path)).toEqual(['views.2.db']);
  });

  test('takes what is recorded while it runs, and moments of record stay what they were', async () => {
    const store = await recorded(20);
    const { feed, haltAt, halted, letGo } = halting(store);
    const { projections, caughtUp, hash, views } = start({ store, feed });
    await caughtUp();
    haltAt(10);
    const rebuilding = projections.rebuild('journal');
    await halted();
    await recordNotes(store, notes(6, 'XMB-2024-01'));
    await caughtUp();
    expect(projections.rebuildState()).toMatchObject({ view: 'journal', done: 10 });
    expect((await projections.status()).rebuilding).toEqual([{ view: 'journal', done: 10, target: 20 }]);
    letGo();
    expect(await rebuilding).toBe(true);
    expect(hash()).toBe(await cleanHash(store));
    const moments = () => views.read(({ prepare }) => prepare('SELECT * FROM engine_moment').all());
    const rebuilt = moments();
    await projections.rebuild();
    expect(moments()).toEqual(rebuilt);
  });

  test('called off, it goes on when it is asked for again, after a new start too', async () => {
    const store = await recorded(20);
    const { feed, begun, haltAt, halted, letGo } = halting(store);
    const first = start({ store, feed });
    await first.caughtUp();
    haltAt(10);
    void first.projections.rebuild('tally');
    await halted();
    await first.projections.callOffRebuild();
    await first.stop();
    letGo();
    await recordNotes(store, notes(4, 'XMB-2024-01'));
    const second = start({ store, feed, path: first.path });
    await second.caughtUp();
    await second.projections.rebuild('tally');
    expect(begun.at(-1)).toBe(10);
    expect(second.hash()).toBe(await cleanHash(store));
    expect(filesIn(first.path)).toEqual(['views.2.db']);
  });

  test('another one asked for afterwards begins anew, and the unfinished file is gone', async () => {
    const store = await recorded(20);
    const { feed, begun, haltAt, halted, letGo } = halting(store);
    const { projections, caughtUp, hash, path } = start({ store, feed });
    await caughtUp();
    haltAt(10);
    void projections.rebuild('tally');
    await halted();
    expect(() => projections.rebuild('journal')).toThrow(RebuildUnderWay);
    expect(() => projections.rebuild()).toThrow('The view tally is being built anew already.');
    await projections.callOffRebuild();
    letGo();
    await projections.rebuild('journal');
    expect(begun.at(-1)).toBe(0);
    expect(hash()).toBe(await cleanHash(store));
    expect(filesIn(path)).toEqual(['views.3.db']);
  });

  test('parks again what it cannot take; what another view parked stays parked', async () => {
    const store = await recorded(6);
    const { projections, caughtUp } = start({ store, projectors: [tallyProjector('note 3'), journalProjector()] });
    await caughtUp();
    const { parked } = await projections.status();
    expect(parked).toMatchObject([{ view: 'tally', position: 3, waiting: 3 }]);
    await projections.rebuild('journal');
    expect((await projections.status()).parked).toEqual(parked);
    await projections.rebuild('tally');
    expect((await projections.status()).parked).toEqual(parked);
  });

  test('of a name that no view has says which there are', async () => {
    const { projections, caughtUp } = start({ store: await recorded(1) });
    await caughtUp();
    expect(() => projections.rebuild('timetable')).toThrow(UnknownView);
    expect(() => projections.rebuild('timetable')).toThrow('There is no view timetable. The views are tally, journal.');
  });

  test('in memory builds them all', async () => {
    const store = await recorded(8);
    const { projections, caughtUp, hash } = start({ store, path: ':memory:' });
    await caughtUp();
    expect(await projections.rebuild('tally')).toBe(true);
    expect(hash()).toBe(await cleanHash(store));
  });
});

test('a copy cut short by the end of its process is removed at the next start', async () => {
  const store = await recorded(3);
  const first = start({ store });
  await first.caughtUp();
  await first.stop();
  const rest = first.path.replace('views.db', 'views.0.db');
  writeFileSync(rest, 'half a copy');
  const second = start({ store, path: first.path });
  await second.caughtUp();
  expect(existsSync(rest)).toBe(false);
});
