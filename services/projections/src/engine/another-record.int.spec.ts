import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '@demarche/event-store';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import type { Feed, FeedBatch } from '@demarche/messaging';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openViews, type Views } from './open-views.ts';
import { type ProjectionsOptions, runProjections } from './run-projections.ts';
import { delivered, journalProjector, notes, recordNotes, tallyProjector } from './spec-kit/example-views.ts';
import { viewFolder } from './spec-kit/view-folder.ts';
import { ViewsOfAnotherRecord } from './views-of-another-record.ts';

const { newPath, filesIn } = viewFolder();
const both = [tallyProjector(), journalProjector()];
const patience = { timeout: 20_000, interval: 10 };

const openStore = (file: string): EventStore => {
  mkdirSync(dirname(file), { recursive: true });
  const store = sqliteEventStore({ file });
  onTestFinished(() => store.close());
  return store;
};

/** A record of six events, and a backup of it from when there were four. */
const recordWithBackup = async () => {
  const path = newPath();
  const [file, backup] = [join(dirname(path), 'events.db'), join(dirname(path), 'backup.db')];
  const before = openStore(file);
  await recordNotes(before, notes(4));
  await before.close();
  copyFileSync(file, backup);
  const store = openStore(file);
  await recordNotes(store, notes(2));
  const restored = async (further: number) => {
    const older = openStore(backup);
    await recordNotes(older, notes(further, 'XMB-2024-01'));
    return older;
  };
  return { path, store, restored };
};

const AWAY = 'away';

/** A feed of a record that can be exchanged, or taken away, behind the feed's back. */
const feedOf = (first: EventStore | typeof AWAY) => {
  let record = first;
  const missed = Promise.withResolvers<void>();
  const there = async (): Promise<EventStore> => {
    if (record === AWAY) throw new Error('The record is away');
    return record;
  };
  const feed = storeFeed({
    retryAfterMs: 5,
    onSourceLost: () => missed.resolve(),
    log: {
      readAll: async (after, limit) => (await there()).readAll(after, limit),
      idAt: async (position) => (await there()).idAt(position),
      head: async () => (await there()).head(),
      onAppended: (listener) => {
        const turn = setInterval(listener, 5);
        return () => clearInterval(turn);
      },
    },
  });
  const exchange = (other: EventStore | typeof AWAY) => {
    record = other;
  };
  return { feed, exchange, missed: missed.promise };
};

const run = (path: string, feed: Feed, further: Partial<ProjectionsOptions> = {}) => {
  const views = openViews(path, both);
  const troubles: unknown[] = [];
  const options = { feed, views, signals: inProcessSignals(), retryAfterMs: 5, compareEveryMs: 0, batchSize: 3 };
  const projections = runProjections({ ...options, onTrouble: (error) => troubles.push(error), ...further });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= projections.stop().then(() => views.close());
    return stopped;
  };
  onTestFinished(stop);
  const holds = async (position: number): Promise<void> => {
    await expect.poll(async () => (await projections.status()).position, patience).toBe(position);
  };
  return { views, projections, troubles, stop, holds };
};

const opened = (path: string): Views => {
  const views = openViews(path, both);
  onTestFinished(() => views.close());
  return views;
};
/** Views of a record, stopped again. */
const viewsOf = async (store: EventStore, path: string) => {
  const { holds, stop } = run(path, feedOf(store).feed);
  await holds(await store.head());
  await stop();
};
/** A build of views that came as far as the fifth event of six when it was stopped. */
const leftUnfinished = async (store: EventStore, path: string) => {
  const { feed } = feedOf(store);
  const broken = Promise.withResolvers<void>();
  const follow: Feed['follow'] = (options) =>
    feed.follow({
      ...options,
      async handle(batch: FeedBatch) {
        await options.handle(batch);
        broken.resolve();
        await new Promise((resolve) => options.signal.addEventListener('abort', resolve));
      },
    });
  const { stop } = run(path, { ...feed, follow }, { batchSize: 5 });
  await broken.promise;
  await stop();
  expect(filesIn(path)).toContain('views.1.db');
};
/** A feed that takes its time to say which event is where. */
const late = (feed: Feed): Feed => ({
  ...feed,
  idAt: async (position) => {
    await setTimeout(700);
    return feed.idAt(position);
  },
});
const hashOf = (views: Views) => views.live()?.contentHash();
/** What the views hold when everything is projected from nothing. */
const cleanHash = async (store: EventStore) => {
  const { views, holds, stop } = run(':memory:', feedOf(store).feed);
  await holds(await store.head());
  const hash = hashOf(views);
  await stop();
  return hash;
};

describe('a record that was restored from a backup', () => {
  test.each([
    ['has grown beyond the views', 5],
    ['has grown to where the views are', 2],
  ])('given it %s at the start, then they say so once, and do not move', async (_, further) => {
    const { path, store, restored } = await recordWithBackup();
    await viewsOf(store, path);
    const other = await restored(further);
    const { views, projections, troubles } = run(path, feedOf(other).feed);
    const before = hashOf(views);

    await expect.poll(() => troubles, patience).toEqual([expect.any(ViewsOfAnotherRecord)]);
    await recordNotes(other, notes(3));
    expect(await projections.waitFor(7, 200)).toBe(false);
    expect(await projections.status()).toMatchObject({
      position: 6,
      againstRecord: 'another',
      trouble: expect.stringMatching(/another event at position 6 than the record: .*delete the files of its views/),
    });
    expect(hashOf(views)).toBe(before);
    expect(troubles).toHaveLength(1);
  });

  test('given it is shorter than the views, then they do not move when it grows beyond them', async () => {
    const { path, store, restored } = await recordWithBackup();
    await viewsOf(store, path);
    const other = await restored(0);
    const { projections, troubles } = run(path, feedOf(other).feed);
    await expect.poll(() => troubles, patience).toHaveLength(1);
    expect(await projections.status()).toMatchObject({ againstRecord: 'shorter' });

    await recordNotes(other, notes(9));
    expect(await projections.waitFor(7, 200)).toBe(false);
    expect(await projections.status()).toMatchObject({ position: 6, againstRecord: 'another' });
  });

  test('given it is exchanged under running views, then nothing of it is taken', async () => {
    const { path, store, restored } = await recordWithBackup();
    const { feed, exchange } = feedOf(store);
    const { views, projections, troubles, holds } = run(path, feed);
    await holds(6);
    const before = hashOf(views);
    exchange(await restored(5));

    await expect.poll(() => troubles, patience).toEqual([expect.any(ViewsOfAnotherRecord)]);
    expect(await projections.status()).toMatchObject({ position: 6, againstRecord: 'another' });
    expect(hashOf(views)).toBe(before);
  });

  test('given it was away at the start and comes back as another, then nothing of it is taken', async () => {
    const { path, store, restored } = await recordWithBackup();
    await viewsOf(store, path);
    const { feed, exchange, missed } = feedOf(AWAY);
    const { views, projections, troubles } = run(path, feed, { compareEveryMs: 60_000 });
    const before = hashOf(views);
    await missed;
    exchange(await restored(5));

    await expect.poll(() => troubles, patience).toEqual([expect.any(ViewsOfAnotherRecord)]);
    expect(await projections.status()).toMatchObject({ position: 6, againstRecord: 'another' });
    expect(hashOf(views)).toBe(before);
  });

  test('given it does not answer any more once that was found, then nothing of it is taken from the bus either', async () => {
    const { path, store, restored } = await recordWithBackup();
    await viewsOf(store, path);
    const other = await restored(5);
    const { feed } = feedOf(other);
    let answers = true;
    const asked = { inVain: 0 };
    const head = async () => {
      if (answers) return feed.head();
      asked.inVain += 1;
      throw new Error('The record is away');
    };
    const { projections, troubles } = run(path, { ...feed, head });
    await expect.poll(() => troubles, patience).toHaveLength(1);
    answers = false;

    await expect.poll(() => asked.inVain, patience).toBeGreaterThan(5);
    expect(await projections.waitFor(7, 200)).toBe(false);
    expect(await projections.status()).toMatchObject({ position: 6, trouble: expect.stringMatching(/another event/) });
    expect(troubles).toHaveLength(1);
  });

  test('given the newer record is put back, then the views go on by themselves, and nothing is wrong any more', async () => {
    const { path, store, restored } = await recordWithBackup();
    const { feed, exchange } = feedOf(store);
    const { views, projections, troubles, holds } = run(path, feed);
    await holds(6);
    exchange(await restored(5));
    await expect.poll(() => troubles, patience).toHaveLength(1);
    exchange(store);

    await expect.poll(async () => (await projections.status()).trouble, patience).toBeNull();
    await recordNotes(store, notes(4));
    await holds(10);
    expect(hashOf(views)).toBe(await cleanHash(store));
  });

  test('given all views are built anew from it, then they are of this record; one alone is refused', async () => {
    const { path, store, restored } = await recordWithBackup();
    await viewsOf(store, path);
    const other = await restored(5);
    const { views, projections, troubles, holds } = run(path, feedOf(other).feed);
    await expect.poll(() => troubles, patience).toHaveLength(1);

    await expect(projections.rebuild('tally')).rejects.toThrow(ViewsOfAnotherRecord);
    expect(await projections.rebuild()).toBe(true);
    await holds(9);
    expect(hashOf(views)).toBe(await cleanHash(other));
    expect(await projections.status()).toMatchObject({ againstRecord: 'same', trouble: null });
  });

  test.each(['answers at once', 'answers late'])(
    'given a build was left unfinished on the record before, and this one %s, then it is begun anew',
    async (how) => {
      const { path, store, restored } = await recordWithBackup();
      await leftUnfinished(store, path);
      const other = await restored(5);
      const { feed } = feedOf(other);
      const { views, holds } = run(path, how === 'answers late' ? late(feed) : feed);
      await holds(9);
      expect(hashOf(views)).toBe(await cleanHash(other));
    },
  );

  test('given it goes away while a build that was left is compared, then that is gone on with once it is there', async () => {
    const { path, store } = await recordWithBackup();
    await leftUnfinished(store, path);
    const { feed } = feedOf(store);
    const begun: number[] = [];
    let asked = 0;
    const idAtSecond: Feed['idAt'] = async (position) => {
      asked += 1;
      if (asked === 1) throw new Error('The record is away');
      return feed.idAt(position);
    };
    const follow: Feed['follow'] = (options) => {
      begun.push(options.after);
      return feed.follow(options);
    };
    const { holds, troubles } = run(path, { ...feed, idAt: idAtSecond, follow });
    await holds(6);
    expect(troubles).toEqual([new Error('The record is away')]);
    expect(begun[0]).toBe(5);
  });
});

test('given the record does not answer, then the views go on with what comes', async () => {
  const { path, store } = await recordWithBackup();
  await viewsOf(store, path);
  await recordNotes(store, notes(2));
  const { feed } = feedOf(store);
  const away = () => Promise.reject(new Error('The record is away'));
  const { projections, troubles } = run(path, { ...feed, head: away, idAt: away });
  expect(await projections.waitFor(8, patience.timeout)).toBe(true);
  expect(troubles).toEqual([]);
});

describe('a file of views of an earlier release, which does not keep what it took last', () => {
  const asEarlierRelease = (path: string) => {
    const database = new DatabaseSync(join(dirname(path), 'views.1.db'));
    database.exec('DROP TABLE engine_last_event');
    database.close();
  };

  test('goes on, and is compared from its next batch on', async () => {
    const { path, store, restored } = await recordWithBackup();
    await viewsOf(store, path);
    asEarlierRelease(path);
    const { feed, exchange } = feedOf(store);
    const { projections, holds } = run(path, feed);
    expect(await projections.status()).toMatchObject({ position: 6, againstRecord: 'unknown', trouble: null });
    await recordNotes(store, notes(1));
    await holds(7);
    expect(await projections.status()).toMatchObject({ againstRecord: 'same' });
    expect(filesIn(path)).toContain('views.1.db');

    exchange(await restored(5));
    await expect.poll(async () => (await projections.status()).againstRecord, patience).toBe('another');
  });

  test('is not compared by what another release took, which that one left behind', async () => {
    const { path, store } = await recordWithBackup();
    await viewsOf(store, path);
    const database = new DatabaseSync(join(dirname(path), 'views.1.db'));
    database.exec('UPDATE engine_checkpoint SET position = 5');
    database.close();
    expect(opened(path).live()?.lastEvent()).toEqual({ position: 5, eventId: null });
  });
});

test('the id that views keep is the one of the event that they took last', async () => {
  const { path, store } = await recordWithBackup();
  await viewsOf(store, path);
  const live = opened(path).live();
  expect(live?.lastEvent()).toEqual({ position: 6, eventId: await store.idAt(6) });
  const [next] = delivered(notes(1), 7);
  if (next) live?.apply([next]);
  expect(live?.lastEvent()).toEqual({ position: 7, eventId: next?.eventId });
});
