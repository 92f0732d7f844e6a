import type { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { readAddress } from './read-address.ts';
import { type ReplaceableClient, replaceableClient } from './replaceable-client.ts';

const TIMEOUT_MS = 5_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Nothing of it calls a server: each call is answered, or not, by the specification. */
const open = (): ReplaceableClient => {
  const client = replaceableClient(readAddress({ connectionString: 'esdb://127.0.0.1:1?tls=false' }), TIMEOUT_MS);
  onTestFinished(() => client.close());
  return client;
};
const clientOf = (client: ReplaceableClient): Promise<EventStoreDBClient> => client.call(async (on) => on);
const unanswered = (client: ReplaceableClient) =>
  expect(client.call(() => new Promise(() => {}))).rejects.toMatchObject({ name: 'NoAnswer' });

describe('a call that is not answered', () => {
  test('is taken for the fault of the client where nothing else was answered since', async () => {
    const client = open();
    const [before, present] = [await clientOf(client), client.present()];
    vi.advanceTimersByTime(1);
    const calling = unanswered(client);
    vi.advanceTimersByTime(TIMEOUT_MS);
    await calling;
    expect(present.aborted).toBe(true);
    expect(await clientOf(client)).not.toBe(before);
  });

  test.each([
    ['answered', () => Promise.resolve('an answer')],
    ['refused', () => Promise.reject(Object.assign(new Error('no'), { type: 'wrong-expected-version' }))],
  ])('is not where another was %s meanwhile: the server is slow', async (_, other) => {
    const client = open();
    const [before, present] = [await clientOf(client), client.present()];
    const calling = unanswered(client);
    vi.advanceTimersByTime(1);
    await client.call(other).catch(() => {});
    vi.advanceTimersByTime(TIMEOUT_MS);
    await calling;
    expect(present.aborted).toBe(false);
    expect(await clientOf(client)).toBe(before);
  });
});
