import type { PointInTime } from '../address/point-in-time.ts';

/** What is known today of a record that the page does not hold on the day it shows. */
export interface KnownToday {
  readonly recordedAt: string;
  /** The day in the world from which there is anything to hold; left out where the page does not ask for it. */
  readonly happenedOn?: string;
}

/** Which of the two clocks is the reason: the world had not come so far, or Demarche had not heard of it. */
export const whyNotHeld = ({ on }: PointInTime, known: KnownToday): 'had-not-happened' | 'was-not-recorded' =>
  on !== null && known.happenedOn !== undefined && known.happenedOn > on ? 'had-not-happened' : 'was-not-recorded';
