import { StoreUnavailable } from '@demarche/event-store';
import { expect, onTestFinished, test } from 'vitest';
import { createReadiness } from './health.ts';
import { linesOf } from './spec-kit/lines-of.ts';
import { watchStore } from './watch-store.ts';

const soon = { timeout: 20_000, interval: 5 };

/** A store that can be used or not, as it is told, and how often it was looked at. */
const watched = () => {
  const store = { fault: null as StoreUnavailable | null, looks: 0 };
  const trouble = async () => {
    store.looks += 1;
    return store.fault;
  };
  const { logger, lines } = linesOf('info');
  const readiness = createReadiness();
  watchStore({ trouble }, { logger, readiness, lookEveryMs: 1 });
  onTestFinished(readiness.drop);
  const seenTwice = async () => {
    const before = store.looks;
    await expect.poll(() => store.looks, soon).toBeGreaterThan(before + 2);
  };
  return { store, seenTwice, told: () => lines().map(({ level, msg, err }) => [level, msg, err?.message]) };
};

test('a store that goes away is told of once, with the reason, and that it can be used again, though nobody asks', async () => {
  const { store, seenTwice, told } = watched();
  await seenTwice();
  expect(told()).toEqual([]);
  store.fault = new StoreUnavailable('KurrentDB does not answer');
  await seenTwice();
  store.fault = null;
  await seenTwice();
  expect(told()).toEqual([
    [40, 'the event store cannot be used', 'KurrentDB does not answer'],
    [30, 'the event store can be used again', undefined],
  ]);
});

test('given it is closed while it is looked at, for the service stops, then it is not away', async () => {
  const answer = Promise.withResolvers<StoreUnavailable>();
  const { logger, lines } = linesOf('info');
  const readiness = createReadiness();
  watchStore({ trouble: () => answer.promise }, { logger, readiness });
  readiness.drop();
  answer.resolve(new StoreUnavailable('The event store is closed'));
  await new Promise(setImmediate);
  expect(lines()).toEqual([]);
});
