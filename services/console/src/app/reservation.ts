import type { StatusAnswer } from './status.document.ts';

type Told = Pick<StatusAnswer['status'], 'position' | 'lag' | 'centre' | 'beyondRecord' | 'answeredAt'>;

/**
 * Why it is not known that everything is shown that is on record, in a few words; nothing where it is.
 * @param own the position of what was recorded from this page last
 */
export const reservation = (told: Told, own = 0): string | null => {
  if (told.beyondRecord) return 'May show what is not on record';
  if (told.centre?.silent) return 'May be out of date';
  if (isBehind(told, own)) return 'Catching up with the record';
  return told.lag === null ? 'Whether this is up to date cannot be told' : null;
};

const isBehind = ({ position, lag, centre, answeredAt }: Told, own: number): boolean =>
  own > position || answeredAt.behind || Number(lag) > 0 || Number(centre?.missing) > 0;
