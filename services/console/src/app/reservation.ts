import type { StatusAnswer } from './status.document.ts';

/** Why it is not known that everything is shown that is on record, in a few words; nothing where it is. */
export const reservation = ({ lag, centre }: Pick<StatusAnswer['status'], 'lag' | 'centre'>): string | null => {
  if (centre?.silent) return 'May be out of date';
  if (lag === null) return 'Whether this is up to date cannot be told';
  return lag > 0 || centre?.missing ? 'Catching up with the record' : null;
};
