import { type CountryCode, type FollowUp, FollowUps, type QuestionOf } from '@demarche/contracts';
import type { InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { type Connection, type PageArguments, pageArgs, readPage, toConnection } from '../connection/connection.ts';
import { filterObject, givenOnly } from '../contract-types/filter-object.ts';
import type { Loaders } from '../point/loaders.ts';

type Filter = QuestionOf<typeof FollowUps>['filter'];

const filterInput = filterObject(FollowUps.arguments.shape.filter, 'FollowUpFilter') as InputRef<Filter>;

export const followUpArgs = {
  ...builder.args((t) => ({ filter: t.field({ type: filterInput }) })),
  ...pageArgs,
};

export interface FollowUpArguments extends PageArguments {
  readonly filter?: Filter | null | undefined;
}

/** Follow-ups, those due first before the rest; `countries`, where given, stands in place of the filter's. */
export const readFollowUps = async (
  loaders: Loaders,
  given: FollowUpArguments,
  countries?: CountryCode[],
): Promise<Connection<FollowUp>> => {
  const filter = { ...givenOnly(given.filter), ...(countries ? { countries } : {}) };
  return toConnection(await loaders.reader.ask('follow-ups', { filter, ...readPage(given) }), given);
};
