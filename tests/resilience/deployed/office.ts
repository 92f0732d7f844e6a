import { setTimeout as delay } from 'node:timers/promises';
import type { CountryCode } from '@demarche/contracts';
import { seededRandom } from '@demarche/testing/scenario';
import type { Deployed } from '../../deployed/start-deployed.ts';
import { type Book, openBook } from '../load/book.ts';
import { deskWork } from '../load/desk.ts';
import { EMBASSY_OFFICER, LEAD, SECOND_LEAD } from '../load/errand.ts';
import { type ClientOptions, persistentClient } from '../load/persistent-client.ts';
import { signIn } from '../load/send-errand.ts';

/** Eight people who record over the console's address, each one thing after another, each until it is answered. */
export interface Office {
  /** What they were told, in all shifts. */
  readonly book: Book;
  /** They come to work, each where the shift before ended. */
  begin(): Shift;
}

export interface Shift {
  /** Resolves once so many more commands were acknowledged. */
  moreDone(count: number): Promise<void>;
  /**
   * How often nobody answered, how often the answer was to come back later, and how often of these because a service was
   * away, and not the record that it keeps.
   */
  readonly tries: { unanswered: number; unavailable: number; away: number };
  /** Brings what was begun to its end: every command sent was answered in the end. */
  end(): Promise<void>;
}

export interface OfficeWishes {
  readonly seed: number;
  readonly retryWith?: ClientOptions['retryWith'];
}

const PEOPLE = 8;
const REST_MS = 40;
const OF_THE_STORE = 'store-';

export const openOffice = async (
  { address, all }: Pick<Deployed, 'address' | 'all'>,
  { seed, retryWith = 'same key' }: OfficeWishes,
): Promise<Office> => {
  const random = seededRandom(seed);
  const book = openBook();
  const cookies = await signIn(address, [LEAD, SECOND_LEAD, EMBASSY_OFFICER]);
  const starts = (): number => all.reduce((sum, service) => sum + service.starts, 0);
  const desks = Array.from({ length: PEOPLE }, (_, index) => ({
    work: deskWork(`XA${String.fromCodePoint(65 + index)}` as CountryCode, random.fork(index)),
    random: random.fork(100 + index),
  }));
  return {
    book,
    begin() {
      const tries = { unanswered: 0, unavailable: 0, away: 0 };
      let over = false;
      const ended = Promise.all(
        desks.map((desk) =>
          persistentClient({
            ...desk,
            book,
            connected: async () => ({ address, cookies, start: starts() }),
            rest: () => delay(REST_MS),
            onTried(reply) {
              if (!reply) tries.unanswered += 1;
              if (reply?.status !== 503) return;
              tries.unavailable += 1;
              if ('problem' in reply && !reply.problem.code.startsWith(OF_THE_STORE)) tries.away += 1;
            },
            isOver: () => over,
            retryWith,
          }),
        ),
      );
      // Told to whoever waits for them next.
      ended.catch(() => {});
      return {
        tries,
        moreDone: async (count) => void (await Promise.race([book.afterMore(count), ended])),
        async end() {
          over = true;
          await ended;
        },
      };
    },
  };
};
