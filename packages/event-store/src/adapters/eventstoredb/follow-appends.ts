import type { Position } from '@demarche/contracts';
import { type AllStreamSubscription, END, streamNameFilter } from '@eventstore/db-client';
import type { NewestPosition } from './newest-position.ts';
import { numberOf } from './number-of.ts';
import type { ReplaceableClient } from './replaceable-client.ts';
import type { Patience } from './with-patience.ts';

export interface FollowerParts {
  readonly client: ReplaceableClient;
  readonly prefixes: readonly string[];
  readonly newest: NewestPosition;
  /** Something may have been appended. */
  readonly notify: () => void;
  /** How often to look whether the subscription has missed anything. */
  readonly watchEveryMs: number;
  /** How long before a lost subscription is taken up again, at first and at most. */
  readonly backOff: { readonly firstMs: number; readonly mostMs: number };
}

/**
 * Tells of appends by whomever, until it is stopped. A subscription of this client does not come back by itself, and one
 * whose client was put away, or whose server is frozen, just falls silent: so it is held against the newest position
 * from time to time. Whenever it is taken up again, that counts as news.
 * @returns how to stop
 */
export const followAppends = (parts: FollowerParts): (() => void) => {
  const stopping = new AbortController();
  void keepFollowing(parts, stopping.signal);
  return () => stopping.abort(new Error('nobody listens any longer'));
};

const keepFollowing = async (parts: FollowerParts, stop: AbortSignal): Promise<void> => {
  let failures = 0;
  const began = () => {
    failures = 0;
    parts.notify();
  };
  while (!stop.aborted) {
    await followOnce(parts, stop, began).catch(() => {});
    failures += 1;
    await pause(pauseAfter(failures, parts.backOff), stop);
  }
};

/** Never ends well: with an error, a silence, or because it was stopped. */
const followOnce = async (parts: FollowerParts, stop: AbortSignal, began: () => void): Promise<never> => {
  const { client, prefixes, newest, notify, watchEveryMs } = parts;
  const present = client.present();
  const ending = AbortSignal.any([stop, present]);
  let seen: Position = 0;
  const { promise: lost, reject: lose } = Promise.withResolvers<never>();
  lost.catch(() => {});
  const ended = () => lose(ending.reason);
  ending.addEventListener('abort', ended, { once: true });
  const watching = new AbortController();
  let subscription: AllStreamSubscription | undefined;
  try {
    subscription = await client.call((on, patience) => {
      const filter = streamNameFilter({ prefixes: [...prefixes] });
      const begun = on.subscribeToAll({ ...client.options, filter, fromPosition: END });
      begun.on('error', lose);
      begun.on('end', () => lose(new Error('the server ended the subscription')));
      begun.on('data', ({ event }) => {
        if (event) seen = Math.max(seen, numberOf(event.position.commit));
        notify();
      });
      return confirmed(begun, patience);
    });
    began();
    seen = Math.max(seen, await newest.find());
    const watched = watch({ everyMs: watchEveryMs, newest, seen: () => seen, over: watching.signal });
    return await Promise.race([lost, watched]);
  } finally {
    watching.abort();
    // A signal that listens to longer-lived ones is kept by them as long as it is listened to itself.
    ending.removeEventListener('abort', ended);
    subscription?.unsubscribe().catch(() => {});
  }
};

const confirmed = (subscription: AllStreamSubscription, { givenUp }: Patience): Promise<AllStreamSubscription> =>
  new Promise((resolve, reject) => {
    givenUp.addEventListener('abort', () => void subscription.unsubscribe().catch(() => {}), { once: true });
    subscription.once('confirmation', () => resolve(subscription));
    subscription.once('error', reject);
  });

interface Watch {
  readonly everyMs: number;
  readonly newest: NewestPosition;
  readonly seen: () => Position;
  readonly over: AbortSignal;
}

/** What was there a moment ago may still be on its way. */
const GRACE_MS = 1_000;

/** @throws once the subscription has missed an event, or the server does not answer */
const watch = async ({ everyMs, newest, seen, over }: Watch): Promise<never> => {
  for (;;) {
    await pause(everyMs, over);
    over.throwIfAborted();
    const there = await newest.find();
    if (seen() >= there) continue;
    await pause(Math.min(GRACE_MS, everyMs), over);
    if (seen() < there) throw new Error('the subscription has fallen silent');
  }
};

const pauseAfter = (failures: number, { firstMs, mostMs }: FollowerParts['backOff']): number =>
  Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 30)) * (1 - Math.random() / 2);

const pause = (ms: number, called: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (called.aborted) return resolve();
    const over = () => {
      clearTimeout(timer);
      called.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    timer.unref();
    called.addEventListener('abort', over, { once: true });
  });
