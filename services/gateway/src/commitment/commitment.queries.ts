import { Instruments, type QuestionOf } from '@demarche/contracts';
import type { InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { pageArgs, pageCost, readPage, toConnection } from '../connection/connection.ts';
import { commitmentConnection, instrumentConnection } from '../connection/connection-types.ts';
import { filterObject, givenOnly } from '../contract-types/filter-object.ts';
import { commitmentType, instrumentType } from '../contract-types/record-types.ts';
import { pointArgs } from '../point/point-input.ts';
import { commitmentArgs, readCommitments } from './commitment-filter.ts';

const instrumentFilter = filterObject(Instruments.arguments.shape.filter, 'InstrumentFilter') as InputRef<
  QuestionOf<typeof Instruments>['filter']
>;

builder.queryFields((t) => ({
  commitments: t.field({
    type: commitmentConnection,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'Promises and forum commitments, those due first before the rest.',
    args: { ...commitmentArgs, ...pointArgs },
    complexity: pageCost,
    resolve: (_, given, { points }, info) => readCommitments(points.open(info, given), given),
  }),
  commitment: t.field({
    type: commitmentType,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'One promise or forum commitment; null where nothing was held of it.',
    args: { id: t.arg({ type: 'CommitmentId', required: true }), ...pointArgs },
    complexity: 1,
    resolve: (_, { id, ...point }, { points }, info) => points.open(info, point).commitments.load(id),
  }),
  instruments: t.field({
    type: instrumentConnection,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'Forum texts, newest first.',
    args: { filter: t.arg({ type: instrumentFilter }), ...pageArgs, ...pointArgs },
    complexity: pageCost,
    resolve: async (_, { filter, at, minPosition, ...page }, { points }, info) => {
      const { reader } = points.open(info, { at, minPosition });
      return toConnection(await reader.ask('instruments', { filter: givenOnly(filter), ...readPage(page) }), page);
    },
  }),
  instrument: t.field({
    type: instrumentType,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'One forum text; null where nothing was held of it.',
    args: { id: t.arg({ type: 'InstrumentId', required: true }), ...pointArgs },
    complexity: 1,
    resolve: (_, { id, ...point }, { points }, info) => points.open(info, point).instruments.load(id),
  }),
}));
