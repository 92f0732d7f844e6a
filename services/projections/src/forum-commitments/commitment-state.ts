import { type Held, newestFirst } from '../facts/held.ts';

const lastFact = (held: Held, column: string, which: string): string =>
  `(SELECT ${column} FROM commitment_fact f WHERE f.commitment_id = c.commitment_id AND ${which} AND ${held('f')}
    ORDER BY ${newestFirst('f')} LIMIT 1)`;

/** Of rows `f` of `commitment_fact`: how it ended. */
export const IS_END = `f.field = 'end'`;

/** Of rows `f` of `commitment_fact`: a review that names no country. */
export const IS_OF_WHOLE = `f.field = 'review' AND f.country IS NULL`;

/** Open until it was fulfilled, lapsed or withdrawn. */
export const stateFromFacts = (held: Held, column = 'f.code', otherwise = `'open'`): string =>
  `coalesce(${lastFact(held, column, IS_END)}, ${otherwise})`;

/** Of the whole: the newest review that names no country. */
export const deliveryFromFacts = (held: Held): string => lastFact(held, 'f.code', IS_OF_WHOLE);

export const endingFromFacts = (held: Held): string => lastFact(held, 'f.value', IS_END);
