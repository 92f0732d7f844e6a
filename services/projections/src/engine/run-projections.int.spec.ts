import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import type { ChangeSignal, Feed } from '@demarche/messaging';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openViews, type Views, ViewsNotReady } from './open-views.ts';
import type { Projector } from './projector.ts';
import { type Projections, type ProjectionsOptions, runProjections } from './run-projections.ts';
import { journalProjector, notes, recordNotes, tallyProjector } from './spec-kit/example-views.ts';
import { viewFolder } from './spec-kit/view-folder.ts';

const { newPath, filesIn } = viewFolder();
const both = [tallyProjector(), journalProjector()];

interface Start extends Partial<ProjectionsOptions> {
  readonly store?: EventStore;
  readonly path?: string;
  readonly projectors?: readonly Projector[];
}

const start = ({ store = memoryEventStore(), path = ':memory:', projectors = both, ...options }: Start = {}) => {
  const views = openViews(path, projectors);
  const signals = inProcessSignals();
  const feed = storeFeed({ log: store });
  const projections = runProjections({ feed, views, signals, batchSize: 3, retryAfterMs: 1, ...options });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= projections.stop().then(() => views.close());
    return stopped;
  };
  onTestFinished(stop);
  const caughtUp = async () => expect(await projections.waitFor(await store.head(), 10_000)).toBe(true);
  return { store, views, signals, projections, stop, caughtUp };
};

const count = (views: Views) =>
  views.read(({ prepare }) => prepare('SELECT coalesce(sum(notes), 0) AS notes FROM tally').get() as { notes: number })
    .notes;
/** How far the rebuild is that was just begun. */
const rebuildingOf = async (projections: Projections) => {
  let { rebuilding } = await projections.status();
  while (rebuilding.length === 0) {
    await new Promise(setImmediate);
    ({ rebuilding } = await projections.status());
  }
  return rebuilding;
};
/** What the views hold when everything is projected from nothing, without anything going wrong. */
const cleanHash = async (store: EventStore) => {
  const { views, caughtUp, stop } = start({ store });
  await caughtUp();
  const hash = views.live()?.contentHash();
  await stop();
  return hash;
};

describe('views follow the feed', () => {
  test('given events before and after the start, then all are taken', async () => {
    const store = memoryEventStore();
    await recordNotes(store, notes(10));
    const { views, caughtUp } = start({ store });
    await caughtUp();
    expect(count(views)).toBe(10);
    await recordNotes(store, notes(2, 'XMB-2024-01'));
    await caughtUp();
    expect(count(views)).toBe(12);
  });

  test('each commit is signalled with what it changed', async () => {
    const { store, signals, projections } = start();
    await projections.waitFor(0, 10_000);
    const heard = new Promise<ChangeSignal>((resolve) => {
      signals.subscribe(resolve);
    });
    await recordNotes(store, notes(1, 'XMB-2024-01'));
    expect(await heard).toEqual({ position: 1, countries: ['XMB'], subjects: ['XMB-2024-01'] });
  });

  test('given it is stopped after any event and started again, then it goes on where it was', async () => {
    const store = memoryEventStore();
    const path = newPath();
    for (let step = 0; step < 6; step += 1) {
      await recordNotes(store, notes(2, `XKD-2024-0${(step % 3) + 1}`));
      const { caughtUp, stop } = start({ store, path });
      await caughtUp();
      await stop();
    }
    const { views, caughtUp } = start({ store, path });
    await caughtUp();
    expect(views.live()?.contentHash()).toBe(await cleanHash(store));
    expect(filesIn(path)).toEqual(['views.1.db']);
  });

  test('given the feed or the file fails for a while, then it says so and goes on where it was', async () => {
    const store = memoryEventStore();
    const troubles: unknown[] = [];
    const inner = storeFeed({ log: store });
    let failures = 3;
    const feed: Feed = {
      ...inner,
      follow: (options) =>
        inner.follow({
          ...options,
          handle: async (batch) => {
            await options.handle(batch);
            failures -= 1;
            if (failures >= 0) throw new Error('The connection broke');
          },
        }),
    };
    await recordNotes(store, notes(20));
    const { views, projections, caughtUp } = start({ store, feed, onTrouble: (error) => troubles.push(error) });
    await caughtUp();
    expect(troubles).toHaveLength(3);
    expect(views.live()?.contentHash()).toBe(await cleanHash(store));
    expect((await projections.status()).trouble).toBeNull();
  });
});

describe('waiting for a position', () => {
  test('given it is reached later, then whoever waits is told', async () => {
    const { store, views, projections } = start();
    await projections.waitFor(0, 10_000);
    const waiting = projections.waitFor(2, 10_000);
    await recordNotes(store, notes(2));
    expect(await waiting).toBe(true);
    expect(count(views)).toBe(2);
  });

  test('given there are no views yet, then not even the beginning is reached', async () => {
    const head = () => Promise.reject(new Error('The record is away'));
    const { projections } = start({ feed: { ...storeFeed({ log: memoryEventStore() }), head } });
    expect(await projections.waitFor(0, 50)).toBe(false);
  });

  test('given it is reached already, then at once', async () => {
    const { projections } = start();
    expect(await projections.waitFor(0, 10_000)).toBe(true);
    expect(await projections.waitFor(0, 0)).toBe(true);
  });

  test('given it is not reached within the time, then whoever waits is told so', async () => {
    const { projections } = start();
    expect(await projections.waitFor(1, 1)).toBe(false);
  });

  test('given it is stopped, then nobody waits in vain', async () => {
    const { projections, stop } = start();
    const waiting = projections.waitFor(1, 3_600_000);
    await stop();
    expect(await waiting).toBe(false);
  });
});

describe('a poison event', () => {
  test('parks its stream, the status tells, and a later release frees it at its start', async () => {
    const store = memoryEventStore();
    const path = newPath();
    await recordNotes(store, [...notes(2), ...notes(4, 'XMB-2024-01')]);
    const broken = start({ store, path, projectors: [tallyProjector('note 2'), journalProjector()] });
    await broken.caughtUp();
    expect(await broken.projections.status()).toMatchObject({
      position: 6,
      events: 6,
      lag: 0,
      serving: true,
      parked: [
        { view: 'tally', stream: 'recommendation-XKD-2024-01', position: 2, waiting: 0 },
        { view: 'tally', stream: 'recommendation-XMB-2024-01', position: 4, waiting: 2 },
      ],
    });
    await broken.stop();
    const fixed = start({ store, path });
    await fixed.caughtUp();
    expect((await fixed.projections.status()).parked).toEqual([]);
    expect(fixed.views.live()?.contentHash()).toBe(await cleanHash(store));
  });

  test('is tried again when asked, and whoever watches hears of it', async () => {
    let cured = false;
    const tally = tallyProjector();
    const fussy: Projector = {
      ...tally,
      project(writer, recorded) {
        if (!cured) throw new Error('Not yet');
        tally.project(writer, recorded);
      },
    };
    const { store, signals, projections, caughtUp } = start({ projectors: [fussy] });
    await recordNotes(store, notes(3));
    await caughtUp();
    cured = true;
    const heard = new Promise<ChangeSignal>((resolve) => {
      signals.subscribe(resolve);
    });
    projections.replayParked('tally');
    expect(await heard).toMatchObject({ subjects: ['XKD-2024-01'], countries: ['XKD'] });
    expect((await projections.status()).parked).toEqual([]);
  });
});

describe('a rebuild', () => {
  test('writes a new file beside the live one and takes over: no read fails or goes back, the old file is gone', async () => {
    const store = memoryEventStore();
    const path = newPath();
    await recordNotes(store, notes(60));
    const { views, projections, caughtUp } = start({ store, path, batchSize: 2 });
    await caughtUp();
    const before = views.live()?.contentHash();
    let reads = 0;
    let lowest = 60;
    const done = new AbortController();
    const readAllTheWhile = async () => {
      while (!done.signal.aborted) {
        lowest = Math.min(lowest, count(views));
        reads += 1;
        await new Promise(setImmediate);
      }
    };
    const reading = readAllTheWhile();
    expect(await projections.rebuild()).toBe(true);
    done.abort();
    await reading;
    expect(lowest).toBe(60);
    expect(reads).toBeGreaterThan(10);
    expect(filesIn(path)).toEqual(['views.2.db']);
    expect(views.live()?.contentHash()).toBe(before);
  });

  test('shows how far it is, and one asked for meanwhile is the same', async () => {
    const store = memoryEventStore();
    await recordNotes(store, notes(12));
    const { projections, caughtUp } = start({ store, path: newPath() });
    await caughtUp();
    const first = projections.rebuild();
    const second = projections.rebuild();
    expect(second).toBe(first);
    expect(await rebuildingOf(projections)).toEqual([
      { view: 'tally', done: expect.any(Number), target: 12 },
      { view: 'journal', done: expect.any(Number), target: 12 },
    ]);
    await first;
    expect((await projections.status()).rebuilding).toEqual([]);
  });

  test('takes what is recorded while it runs, and so do the live views', async () => {
    const store = memoryEventStore();
    await recordNotes(store, notes(30));
    const { views, projections, caughtUp } = start({ store, path: newPath() });
    await caughtUp();
    const rebuilding = projections.rebuild();
    await recordNotes(store, notes(7, 'XMB-2024-01'));
    await caughtUp();
    await rebuilding;
    await recordNotes(store, notes(1, 'XMB-2024-02'));
    await caughtUp();
    expect(count(views)).toBe(38);
    expect(views.live()?.contentHash()).toBe(await cleanHash(store));
  });

  test('called off by a stop, it says so, and the live file still answers after the next start', async () => {
    const store = memoryEventStore();
    const path = newPath();
    await recordNotes(store, notes(60));
    const first = start({ store, path, batchSize: 1 });
    await first.caughtUp();
    const rebuilding = first.projections.rebuild();
    await new Promise(setImmediate);
    await first.stop();
    expect(await rebuilding).toBe(false);
    const second = start({ store, path });
    await second.caughtUp();
    expect(second.views.live()?.contentHash()).toBe(await cleanHash(store));
  });
});

describe('a start with views of another version', () => {
  const seed = async (projectors: readonly Projector[]) => {
    const store = memoryEventStore();
    const path = newPath();
    await recordNotes(store, notes(9));
    const { caughtUp, stop } = start({ store, path, projectors });
    await caughtUp();
    await stop();
    return { store, path };
  };
  /** A feed that delivers nothing until it is let go. */
  const held = (store: EventStore) => {
    const inner = storeFeed({ log: store });
    let letGo = () => {};
    const opened = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const feed: Feed = {
      ...inner,
      follow: async (options) => {
        await opened;
        await inner.follow(options);
      },
    };
    return { feed, letGo };
  };

  test('given the logic changed, then the old file answers until the new one has caught up', async () => {
    const { store, path } = await seed(both);
    const { feed, letGo } = held(store);
    const { views, projections, caughtUp } = start({
      store,
      path,
      feed,
      projectors: [tallyProjector('nothing', 2), journalProjector()],
    });
    expect(count(views)).toBe(9);
    expect(views.needsRebuild()).toBe(true);
    expect(await rebuildingOf(projections)).toMatchObject([{ view: 'tally', done: 0, target: 9 }, { view: 'journal' }]);
    letGo();
    await recordNotes(store, notes(1));
    await caughtUp();
    expect(views.needsRebuild()).toBe(false);
    expect(count(views)).toBe(10);
    expect(filesIn(path)).toEqual(['views.2.db']);
  });

  test('given the tables changed, then nothing answers until the new file has caught up', async () => {
    const { store, path } = await seed([tallyProjector()]);
    const { feed, letGo } = held(store);
    const { views, projections, caughtUp } = start({ store, path, feed });
    expect(() => count(views)).toThrow(ViewsNotReady);
    expect(await projections.status()).toMatchObject({ serving: false, position: 0, lag: 9 });
    letGo();
    await caughtUp();
    expect(count(views)).toBe(9);
    expect(filesIn(path)).toEqual(['views.2.db']);
  });

  test('given it is stopped while it builds, then the next start goes on with the same file', async () => {
    const { store, path } = await seed([tallyProjector()]);
    const handled: number[] = [];
    const inner = storeFeed({ log: store });
    const startAfters: number[] = [];
    const feed: Feed = {
      ...inner,
      follow(options) {
        startAfters.push(options.after);
        return inner.follow({
          ...options,
          handle: async (batch) => {
            await options.handle(batch);
            handled.push(batch.events.length);
            if (handled.length === 1) throw new Error('The machine went down');
          },
        });
      },
    };
    let wentDown = () => {};
    const down = new Promise<void>((resolve) => {
      wentDown = resolve;
    });
    const first = start({ store, path, feed, retryAfterMs: 3_600_000, onTrouble: () => wentDown() });
    await down;
    await first.stop();
    expect(() => openViews(path, both).read(() => 1)).toThrow(ViewsNotReady);
    const second = start({ store, path, feed });
    await second.caughtUp();
    expect(startAfters[1]).toBe(handled[0]);
    expect(second.views.live()?.contentHash()).toBe(await cleanHash(store));
    expect(filesIn(path)).toEqual(['views.2.db']);
  });
});
