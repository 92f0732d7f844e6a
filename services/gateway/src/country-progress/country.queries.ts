import { type CountryCode, Portfolio, PortfolioFilter, type QuestionOf } from '@demarche/contracts';
import type { EnumRef, InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { connectionType, pageArgs, pageCost, readPage, toConnection } from '../connection/connection.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { enumNamed } from '../contract-types/enums.ts';
import { filterObject, givenOnly } from '../contract-types/filter-object.ts';
import { countryType } from '../contract-types/record-types.ts';
import { pointArgs } from '../point/point-input.ts';

type Question = QuestionOf<typeof Portfolio>;

const filterInput = filterObject(PortfolioFilter, 'CountryFilter') as InputRef<Question['filter']>;
const sortEnum = enumNamed('CountrySort') as unknown as EnumRef<never, NonNullable<Question['sort']>>;

const totalsSchema = Portfolio.result.shape.totals;

const totalsType = builder.objectRef<object>('PortfolioTotals').implement({
  description: 'Over all countries that the filter matches.',
  fields: (t) => contractFields(t, totalsSchema, { owner: 'PortfolioTotals' }),
});

const portfolioConnection = connectionType(countryType, 'Country');

builder.objectField(portfolioConnection, 'totals', (t) =>
  t.field({ type: totalsType, resolve: (connection) => (connection as unknown as { totals: object }).totals }),
);

builder.queryFields((t) => ({
  countries: t.field({
    type: portfolioConnection,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'All countries with their progress, filtered and sorted.',
    args: {
      filter: t.arg({ type: filterInput }),
      sort: t.arg({ type: sortEnum, required: true, defaultValue: 'name' }),
      descending: t.arg.boolean({ required: true, defaultValue: false }),
      ...pageArgs,
      ...pointArgs,
    },
    complexity: pageCost,
    resolve: async (_, { filter, sort, descending, at, minPosition, ...page }, { points }, info) => {
      const { reader } = points.open(info, { at, minPosition });
      const question = { filter: givenOnly(filter), sort, descending, ...readPage(page) };
      const { page: answered, totals } = await reader.ask('portfolio', question);
      return { ...toConnection(answered, page), totals };
    },
  }),
  country: t.field({
    type: countryType,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'One country; null where nothing was held of it.',
    args: { code: t.arg({ type: 'CountryCode', required: true }), ...pointArgs },
    complexity: 1,
    resolve: (_, { code, ...point }, { points }, info) => points.open(info, point).countries.load(code as CountryCode),
  }),
}));
