import { setTimeout as delay } from 'node:timers/promises';
import type { CountryCode } from '@demarche/contracts';
import { type SeededRandom, seededRandom } from '@demarche/testing/scenario';
import type { Book } from '../load/book.ts';
import { deskWork } from '../load/desk.ts';
import { EMBASSY_OFFICER, LEAD, SECOND_LEAD } from '../load/errand.ts';
import { type ClientOptions, persistentClient } from '../load/persistent-client.ts';
import { signIn } from '../load/send-errand.ts';
import { type KillableDemarche, killableDemarche } from './killable-demarche.ts';

export interface KillRun {
  readonly seed: number;
  readonly rounds: number;
  readonly folder: string;
  /** Loaded by Demarche before anything else, to take a guard away. */
  readonly preload?: URL;
  /** Where Node keeps what it has compiled. */
  readonly compiled: string;
  readonly retryWith?: ClientOptions['retryWith'];
}

export interface Kills {
  readonly underLoad: number;
  readonly whileStarting: number;
}

const CLIENTS = 16;
/** At most so many commands are answered between a start and a kill. */
const LOAD = 120;
/** Takes the kill off the beat of the answers. */
const OFF_BEAT_MS = 15;
/** Now and then the kill comes before it is ready, so long after the start at most. */
const START_MS = 1_500;

/**
 * Kills Demarche again and again at moments drawn by the seed, while clients go on sending; then lets the clients come to
 * an end, so that every command was answered in the end, and kills it once more.
 */
export const killUnderLoad = async (run: KillRun, book: Book): Promise<Kills> => {
  const { seed, rounds } = run;
  const demarche = killableDemarche(run);
  const random = seededRandom(seed);
  try {
    demarche.start();
    const cookies = await signIn(await demarche.whenUp(), [LEAD, SECOND_LEAD, EMBASSY_OFFICER]);
    let over = false;
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      persistentClient({
        work: deskWork(`XA${String.fromCodePoint(65 + index)}` as CountryCode, random.fork(index)),
        random: random.fork(100 + index),
        book,
        connected: async () => ({ address: await demarche.whenUp(), cookies, start: demarche.starts() }),
        isOver: () => over,
        retryWith: run.retryWith ?? 'same key',
      }),
    );
    const kills = await Promise.race([
      killRepeatedly(demarche, book, { random: random.fork(200), rounds }),
      failed(clients),
    ]);
    await demarche.whenUp();
    over = true;
    await Promise.all(clients);
    return kills;
  } finally {
    await demarche.kill();
  }
};

const killRepeatedly = async (
  demarche: KillableDemarche,
  book: Book,
  { random, rounds }: { readonly random: SeededRandom; readonly rounds: number },
): Promise<Kills> => {
  const kills = { underLoad: 0, whileStarting: 0 };
  while (kills.underLoad + kills.whileStarting < rounds) {
    if (random.chance(0.15) && kills.underLoad > 0) {
      await delay(random.integer(1, START_MS));
      kills.whileStarting += 1;
    } else {
      await demarche.whenUp();
      await book.afterMore(random.integer(1, LOAD));
      await delay(random.integer(0, OFF_BEAT_MS));
      kills.underLoad += 1;
    }
    await demarche.kill();
    demarche.start();
  }
  return kills;
};

/** A client ends before its time only by failing. */
const failed = (clients: readonly Promise<void>[]): Promise<never> =>
  new Promise((_, reject) => {
    for (const client of clients) client.catch(reject);
  });
