import { DAY_MS, type Day } from './calendar.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A moment between eight and six o'clock on a day. */
export const duringOffice = (random: SeededRandom, day: Day): number =>
  day * DAY_MS + random.integer(8 * 3_600_000, 18 * 3_600_000 - 1);

/** A moment some days after another, at least an hour later. */
export const laterBy = (random: SeededRandom, at: number, days: number): number =>
  Math.max(at + 3_600_000, duringOffice(random, Math.floor(at / DAY_MS) + days));

/** How many days after it happened a thing is recorded: mostly soon, now and then only months later. */
export const recordingDelay = (random: SeededRandom): number => {
  if (random.chance(0.82)) return random.integer(0, 9);
  return random.chance(0.6) ? random.integer(14, 45) : random.integer(60, 110);
};
