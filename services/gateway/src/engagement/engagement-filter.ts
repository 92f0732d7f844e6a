import { type CountryCode, type Engagement, Engagements, type QuestionOf } from '@demarche/contracts';
import type { InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { type Connection, type PageArguments, pageArgs, readPage, toConnection } from '../connection/connection.ts';
import { filterObject, givenOnly } from '../contract-types/filter-object.ts';
import type { Loaders } from '../point/loaders.ts';

type Filter = QuestionOf<typeof Engagements>['filter'];

const filterInput = filterObject(Engagements.arguments.shape.filter, 'EngagementFilter') as InputRef<Filter>;

export const engagementArgs = {
  ...builder.args((t) => ({ filter: t.field({ type: filterInput }) })),
  ...pageArgs,
};

export interface EngagementArguments extends PageArguments {
  readonly filter?: Filter | null | undefined;
}

/** The engagement log; `countries`, where given, stands in place of the filter's. */
export const readEngagements = async (
  loaders: Loaders,
  given: EngagementArguments,
  countries?: CountryCode[],
): Promise<Connection<Engagement>> => {
  const filter = { ...givenOnly(given.filter), ...(countries ? { countries } : {}) };
  return toConnection(await loaders.reader.ask('engagements', { filter, ...readPage(given) }), given);
};
