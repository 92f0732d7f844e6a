import { inProcessSignals } from '@demarche/messaging/in-process';
import { expect, test } from 'vitest';
import { followChanges } from './follow-changes.ts';

const change = (position: number, country: string) => ({
  position,
  countries: [country],
  subjects: [`${country}-2026-01`],
});

const following = (country: string | null) => {
  const signals = inProcessSignals();
  const closing = new AbortController();
  return { signals, closing, changes: followChanges(signals, country, closing.signal) };
};

/** Signals are delivered in microtasks of their own. */
const delivered = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

test('signals that come while nobody reads are put together', async () => {
  const { signals, changes } = following(null);
  signals.publish(change(5, 'XKD'));
  signals.publish(change(7, 'XSE'));
  signals.publish(change(6, 'XKD'));
  await delivered();
  expect(await changes.next()).toEqual({
    done: false,
    value: { position: 7, countries: ['XKD', 'XSE'], subjects: ['XKD-2026-01', 'XSE-2026-01'] },
  });
});

test('a reader that waits gets the next signal that touches its country', async () => {
  const { signals, changes } = following('XKD');
  const next = changes.next();
  signals.publish(change(5, 'XSE'));
  signals.publish(change(6, 'XKD'));
  expect(await next).toMatchObject({ value: { position: 6 } });
});

const everything = { position: 8, countries: [], subjects: [] };

test('that anything may have changed concerns every country', async () => {
  const { signals, changes } = following('XKD');
  const next = changes.next();
  signals.publish(everything);
  expect(await next).toEqual({ done: false, value: everything });
});

test('that anything may have changed is not forgotten over what came before or after it', async () => {
  const { signals, changes } = following(null);
  for (const signal of [change(5, 'XKD'), everything, change(9, 'XSE')]) signals.publish(signal);
  await delivered();
  expect(await changes.next()).toEqual({ done: false, value: { ...everything, position: 9 } });
});

test('a reader that waits is released when the server stops, and gets nothing more', async () => {
  const { signals, closing, changes } = following(null);
  const next = changes.next();
  closing.abort();
  expect(await next).toEqual({ done: true, value: undefined });
  signals.publish(change(5, 'XKD'));
  await delivered();
  expect(await changes.next()).toEqual({ done: true, value: undefined });
});

test('one who subscribes while the server stops is told at once', async () => {
  const closing = new AbortController();
  closing.abort();
  expect(await followChanges(inProcessSignals(), null, closing.signal).next()).toEqual({
    done: true,
    value: undefined,
  });
});
