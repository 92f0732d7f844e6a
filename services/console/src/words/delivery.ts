import type { Commitment } from '../graphql/answers.ts';

/** How far it was delivered: as a whole; where one country alone is bound, its newest review is that of the whole. */
export const deliveryOf = ({
  delivery,
  countries,
  reviews,
}: Pick<Commitment, 'delivery' | 'countries'> & {
  readonly reviews: ReadonlyArray<Pick<Commitment['reviews'][number], 'delivery'>>;
}): Commitment['delivery'] => delivery ?? (countries.length === 1 ? (reviews.at(-1)?.delivery ?? null) : null);
