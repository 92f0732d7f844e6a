import { type Commitment, Commitments, type QuestionOf } from '@demarche/contracts';
import type { InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { type Connection, type PageArguments, pageArgs, readPage, toConnection } from '../connection/connection.ts';
import { filterObject, givenOnly } from '../contract-types/filter-object.ts';
import type { Loaders } from '../point/loaders.ts';

type Filter = NonNullable<QuestionOf<typeof Commitments>['filter']>;

const filterInput = filterObject(Commitments.arguments.shape.filter, 'CommitmentFilter') as InputRef<Filter>;

export const commitmentArgs = {
  ...builder.args((t) => ({ filter: t.field({ type: filterInput }) })),
  ...pageArgs,
};

export interface CommitmentArguments extends PageArguments {
  readonly filter?: Filter | null | undefined;
}

/** Promises and forum commitments; what the place decides stands in place of what the filter says. */
export const readCommitments = async (
  loaders: Loaders,
  given: CommitmentArguments,
  decided: Filter = {},
): Promise<Connection<Commitment>> => {
  const filter = { ...givenOnly(given.filter), ...decided };
  return toConnection(await loaders.reader.ask('commitments', { filter, ...readPage(given) }), given);
};
