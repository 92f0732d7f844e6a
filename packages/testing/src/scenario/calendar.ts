import type { IsoDate, IsoInstant } from '@demarche/contracts';

/** A day counted from 1970-01-01: dates are reckoned with as numbers and written out once. */
export type Day = number;

export const DAY_MS = 86_400_000;

export const dayOf = (date: IsoDate): Day => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

const written = new Map<Day, IsoDate>();

export const dateOf = (day: Day): IsoDate => {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  written.set(day, date);
  return date;
};

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Writes a moment out; several times faster than `Date`, and a large history holds a million of them. */
export const instantOf = (at: number): IsoInstant => {
  const day = Math.floor(at / DAY_MS);
  const within = at - day * DAY_MS;
  const seconds = Math.floor(within / 1000);
  const hour = twoDigits[Math.floor(seconds / 3600)];
  const minute = twoDigits[Math.floor(seconds / 60) % 60];
  return `${dateOf(day)}T${hour}:${minute}:${twoDigits[seconds % 60]}.${String(within % 1000).padStart(3, '0')}Z`;
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** “14 August 2026”. */
export const longDate = (day: Day): string => {
  const [year, month, dayOfMonth] = dateOf(day).split('-').map(Number);
  return `${dayOfMonth} ${months[(month ?? 1) - 1]} ${year}`;
};

/** The day on which a year’s reports come out: in June, but for 2025, which was three months late. */
export const releaseDay = (reportYear: number): Day =>
  dayOf(
    reportYear === 2025 ? '2025-09-29' : `${reportYear}-06-${String(17 + ((reportYear * 5) % 13)).padStart(2, '0')}`,
  );
