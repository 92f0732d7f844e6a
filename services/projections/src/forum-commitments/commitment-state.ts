import { type Held, newestFirst } from '../facts/held.ts';
import type { ViewReader } from '../facts/view-reader.ts';

const lastFact = (held: Held, column: string, which: string): string =>
  `(SELECT ${column} FROM commitment_fact f WHERE f.commitment_id = c.commitment_id AND ${which} AND ${held('f')}
    ORDER BY ${newestFirst('f')} LIMIT 1)`;

/** Of rows `f` of `commitment_fact`: how it ended. */
const IS_END = `f.field = 'end'`;

/** Of rows `f` of `commitment_fact`: a review that names no country. */
const IS_OF_WHOLE = `f.field = 'review' AND f.country IS NULL`;

/** Open until it was fulfilled, lapsed or withdrawn. */
export const stateFromFacts = (held: Held, column = 'f.code', otherwise = `'open'`): string =>
  `coalesce(${lastFact(held, column, IS_END)}, ${otherwise})`;

/** Of the whole: the newest review that names no country. */
export const deliveryFromFacts = (held: Held): string => lastFact(held, 'f.code', IS_OF_WHOLE);

export const endingFromFacts = (held: Held): string => lastFact(held, 'f.value', IS_END);

const NOT_ENDED = (held: Held): string =>
  `NOT EXISTS (SELECT 1 FROM commitment_fact f WHERE f.commitment_id = c.commitment_id AND ${IS_END} AND ${held('f')})`;

/**
 * Of rows `c` of `commitment`: open at the point. What ended is never opened again, so that the plain columns rule most
 * rows out, and only those whose end lies beyond the point on either clock are looked up.
 */
export const isOpenAt = ({ point, held }: Pick<ViewReader, 'point' | 'held'>): string =>
  point.newest
    ? `c.state = 'open'`
    : `(c.ended_on IS NULL OR ((c.ended_on > :validTime OR c.ended_position > :systemPosition) AND ${NOT_ENDED(held)}))`;
