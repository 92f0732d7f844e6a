import { SearchHit } from '@demarche/contracts';
import type { EnumRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { connectionType, pageArgs, pageCost, readPage, toConnection } from '../connection/connection.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { enumNamed } from '../contract-types/enums.ts';
import { nodeInterface } from '../node/global-id.ts';
import { readRecord, recordOfHit } from '../node/read-record.ts';
import { pointArgs } from '../point/point-input.ts';

const kindEnum = enumNamed('SearchHitKind') as unknown as EnumRef<never, SearchHit['kind']>;

const searchHitType = builder.objectRef<SearchHit>('SearchHit').implement({
  description: 'Something that was found, with the words around what matched.',
  fields: (t) => ({
    ...contractFields(t, SearchHit, {
      owner: 'SearchHit',
      rename: { id: 'reference' },
      docs: { excerpt: 'Runs of plain text; `hit` marks what matched.', id: 'The reference of what was found.' },
    }),
    record: t.field({
      type: nodeInterface,
      nullable: true,
      complexity: 1,
      description: 'What was found, where it is a record of its own.',
      resolve: (hit, _, { points }, info) => {
        const record = recordOfHit(hit);
        return record && (readRecord(points.of(info), record) as never);
      },
    }),
  }),
});

const searchConnection = connectionType(searchHitType, 'Search');

builder.queryField('search', (t) =>
  t.field({
    type: searchConnection,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'Full-text search, best hits first. Words may be unfinished; quotation marks hold a phrase together.',
    args: { text: t.arg.string({ required: true }), kinds: t.arg({ type: [kindEnum] }), ...pageArgs, ...pointArgs },
    complexity: pageCost,
    resolve: async (_, { text, kinds, at, minPosition, ...page }, { points }, info) => {
      const { reader } = points.open(info, { at, minPosition });
      const question = { text, ...(kinds ? { kinds } : {}), ...readPage(page) };
      return toConnection(await reader.ask('search-everything', question), page);
    },
  }),
);
