import {
  type QuestionOf,
  RecommendationFilter,
  type RecommendationReference,
  type Recommendations,
} from '@demarche/contracts';
import type { EnumRef, InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { pageArgs, pageCost, readPage, toConnection } from '../connection/connection.ts';
import { recommendationConnection } from '../connection/connection-types.ts';
import { enumNamed } from '../contract-types/enums.ts';
import { filterObject, givenOnly } from '../contract-types/filter-object.ts';
import { recommendationType } from '../contract-types/record-types.ts';
import { pointArgs } from '../point/point-input.ts';

type Question = QuestionOf<typeof Recommendations>;

const filterInput = filterObject(RecommendationFilter, 'RecommendationFilter') as InputRef<Question['filter']>;
const sortEnum = enumNamed('RecommendationSort') as unknown as EnumRef<never, NonNullable<Question['sort']>>;

builder.queryFields((t) => ({
  recommendations: t.field({
    type: recommendationConnection,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'Recommendations of all countries, filtered and sorted.',
    args: {
      filter: t.arg({ type: filterInput }),
      sort: t.arg({ type: sortEnum, required: true, defaultValue: 'reference' }),
      ...pageArgs,
      ...pointArgs,
    },
    complexity: pageCost,
    resolve: async (_, { filter, sort, at, minPosition, ...page }, { points }, info) => {
      const { reader } = points.open(info, { at, minPosition });
      return toConnection(
        await reader.ask('recommendations', { filter: givenOnly(filter), sort, ...readPage(page) }),
        page,
      );
    },
  }),
  recommendation: t.field({
    type: recommendationType,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'One recommendation; null where nothing was held of it.',
    args: { reference: t.arg({ type: 'RecommendationReference', required: true }), ...pointArgs },
    complexity: 1,
    resolve: (_, { reference, ...point }, { points }, info) =>
      points.open(info, point).recommendations.load(reference as RecommendationReference),
  }),
}));
