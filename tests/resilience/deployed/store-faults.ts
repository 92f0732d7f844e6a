import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { waitUntil } from '../../deployed/wait-until.ts';
import { rounds } from '../rounds.ts';
import type { Shift } from './office.ts';
import type { ProfileUnderTest } from './profile-under-test.ts';
import type { StoreKind } from './stores.ts';

/** Does something to the store that keeps it from answering, waits until people are told so, and undoes it. */
type StoreFault = (profile: Pick<ProfileUnderTest, 'deployed' | 'kurrent'>, shift: Shift) => Promise<unknown>;

/** Longer than a service waits for its store, and in the long form than anybody waits for anything. */
const FROZEN_MS = rounds({ short: 10_000, long: 30_000 });

/** What can happen to each kind of store without anything on its disk being lost. */
export const storeFaults: Readonly<Record<StoreKind, Readonly<Record<string, StoreFault>>>> = {
  file: {
    async 'is held by another program'({ deployed }, shift) {
      const other = new DatabaseSync(deployed().store.address, { timeout: 20_000 });
      other.exec('BEGIN IMMEDIATE');
      await somebodyIsToComeBack(shift);
      other.exec('ROLLBACK');
      other.close();
    },
  },
  kurrentdb: {
    async 'is killed'({ kurrent }, shift) {
      await kurrent().kill();
      await somebodyIsToComeBack(shift);
      await kurrent().start();
    },
    async 'is told to stop'({ kurrent }, shift) {
      await kurrent().stop();
      await somebodyIsToComeBack(shift);
      await kurrent().start();
    },
    async freezes({ kurrent }, shift) {
      await kurrent().pause();
      await Promise.all([somebodyIsToComeBack(shift), delay(FROZEN_MS)]);
      await kurrent().resume();
    },
  },
};

const somebodyIsToComeBack = ({ tries }: Shift): Promise<void> => {
  const { unavailable } = tries;
  return waitUntil('somebody is asked to come back later', async () =>
    tries.unavailable > unavailable ? '' : JSON.stringify(tries),
  );
};
