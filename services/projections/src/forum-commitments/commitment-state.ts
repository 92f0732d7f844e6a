import { type Held, newestFirst } from '../facts/held.ts';

const lastFact = (held: Held, column: string, which: string): string =>
  `(SELECT ${column} FROM commitment_fact f WHERE f.commitment_id = c.commitment_id AND ${which} AND ${held('f')}
    ORDER BY ${newestFirst('f')} LIMIT 1)`;

/** Open until it was fulfilled, lapsed or withdrawn. */
export const stateFromFacts = (held: Held, column = 'f.code', otherwise = `'open'`): string =>
  `coalesce(${lastFact(held, column, `f.field = 'end'`)}, ${otherwise})`;

/** Of the whole: the newest review that names no country. */
export const deliveryFromFacts = (held: Held): string =>
  lastFact(held, 'f.code', `f.field = 'review' AND f.country IS NULL`);

export const endingFromFacts = (held: Held): string => lastFact(held, 'f.value', `f.field = 'end'`);
