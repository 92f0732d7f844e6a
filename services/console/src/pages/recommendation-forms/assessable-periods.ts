import { periodOf } from '../../words/days.ts';

/** The reporting periods that a recommendation can be assessed for: from the one in which it was issued, newest first. */
export const periodsSince = (issuedOn: string, current: number): readonly number[] => {
  const first = Math.min(periodOf(issuedOn), current);
  return Array.from({ length: current - first + 1 }, (_, index) => current - index);
};

/** The first day of a period on which there was something to assess. */
export const firstDayWithin = (period: number, issuedOn: string): string => {
  const start = `${period}-04-01`;
  return issuedOn > start ? issuedOn : start;
};
