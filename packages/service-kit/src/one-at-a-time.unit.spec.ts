import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

const KEPT_MS = 200;

/** Work that ends when the spec says so. */
const worker = () => {
  const begun: PromiseWithResolvers<string>[] = [];
  const ask = oneAtATime(() => {
    const piece = Promise.withResolvers<string>();
    begun.push(piece);
    return piece.promise;
  }, KEPT_MS);
  return { begun, ask };
};

test('what is under way is waited for, however long it takes', async () => {
  const { begun, ask } = worker();
  const first = ask();
  await delay(2 * KEPT_MS);
  const second = ask();
  begun[0]?.resolve('found');
  expect([await first, await second, begun.length]).toEqual(['found', 'found', 1]);
});

test.each([
  ['what is done', (piece: PromiseWithResolvers<string>) => piece.resolve('found')],
  ['what failed', (piece: PromiseWithResolvers<string>) => piece.reject(new Error('lost'))],
])('%s is the answer for a while, and then it is done anew', async (_, end) => {
  const { begun, ask } = worker();
  const first = ask();
  end(begun[0] as PromiseWithResolvers<string>);
  await Promise.allSettled([first]);
  expect(ask()).toBe(first);
  expect(begun).toHaveLength(1);
  await expect.poll(() => ask() === first || begun.length).toBe(2);
});
