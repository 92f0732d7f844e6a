import type { IsoDate } from '@demarche/contracts';

const DAY = 86_400_000;

/** Whole days from one day to another; negative when it lies before. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export const addDays = (day: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
