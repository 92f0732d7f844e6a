import { setTimeout as delay } from 'node:timers/promises';
import { backOffMs } from '@demarche/messaging';

/** About four seconds in all: a service that is started anew is back by then. */
const TRIES = 14;
const backOff = { firstMs: 100, mostMs: 500 };

/** Waits until the same may be sent to a service once more. False where it was tried often enough, or the signal says that it is over. */
export const timeToTryAgain = async (failures: number, over: AbortSignal): Promise<boolean> =>
  failures < TRIES && delay(backOffMs(failures, backOff, Math), true, { signal: over }).catch(() => false);
