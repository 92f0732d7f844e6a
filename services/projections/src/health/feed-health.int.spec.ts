import { memoryEventStore } from '@demarche/event-store/memory';
import { BusUnavailable, type FeedOptions, logFeed, type MessageLog } from '@demarche/messaging';
import { memoryMessageLog, storeFeed, systemTiming } from '@demarche/messaging/in-process';
import { appendStory, aStory } from '@demarche/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { feedHealth } from './feed-health.ts';

const NO_STREAM = 'The bus has no stream DEMARCHE yet: the relay makes it';

const followedUntilTheEnd = (follow: (options: FeedOptions) => Promise<void>): void => {
  const stopping = new AbortController();
  const following = follow({ after: 0, batchSize: 10, signal: stopping.signal, handle: async () => undefined });
  onTestFinished(async () => {
    stopping.abort();
    await following;
  });
};

describe('readiness tells that events cannot be read', () => {
  test('given a bus that answers and has no stream, then until there is one', async () => {
    const log = memoryMessageLog();
    let hasStream = false;
    const end: MessageLog['end'] = () => (hasStream ? log.end() : Promise.reject(new BusUnavailable(NO_STREAM)));
    const told: unknown[] = [];
    const health = feedHealth({ away: (error) => told.push(error), back: () => told.push('back') });
    const feed = logFeed({ log: { ...log, end }, store: memoryEventStore(), timing: systemTiming, ...health.told });

    expect(await health.check()).toEqual({ status: 'pass' });
    followedUntilTheEnd(feed.follow);
    await expect.poll(health.check).toEqual({ status: 'warn', trouble: NO_STREAM });
    expect(told[0]).toBeInstanceOf(BusUnavailable);

    hasStream = true;
    await expect.poll(health.check).toEqual({ status: 'pass' });
    expect(told.at(-1)).toBe('back');
  });

  test('given a store that is away, then until it is back, though nothing new is in it', async () => {
    const store = memoryEventStore();
    await appendStory(
      store,
      aStory()
        .publishes({ country: 'XKD', year: 2024, asks: ['Train judges.'] })
        .events(),
    );
    let away = true;
    const readAll: typeof store.readAll = (after, limit) =>
      away ? Promise.reject(new Error('The record is away')) : store.readAll(after, limit);
    const health = feedHealth({ away: () => undefined, back: () => undefined });

    followedUntilTheEnd(storeFeed({ log: { ...store, readAll }, retryAfterMs: 1, ...health.told }).follow);
    await expect.poll(health.check).toEqual({ status: 'warn', trouble: 'The record is away' });
    away = false;
    await expect.poll(health.check).toEqual({ status: 'pass' });
  });
});
