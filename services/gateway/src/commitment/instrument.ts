import { Instrument } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { pageArgs, pageCost } from '../connection/connection.ts';
import { commitmentConnection } from '../connection/connection-types.ts';
import { sliceConnection } from '../connection/slice-connection.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { instrumentType } from '../contract-types/record-types.ts';
import { globalId, nodeInterface } from '../node/global-id.ts';

builder.objectType(instrumentType, {
  description: 'A text that a forum adopted, with the commitments in it.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ instrumentId }) => globalId('Instrument', instrumentId) }),
    ...contractFields(t, Instrument, { owner: 'Instrument', except: ['commitments'] }),
    commitments: t.field({
      type: commitmentConnection,
      description: 'In the order of the text.',
      args: pageArgs,
      complexity: pageCost,
      resolve: ({ commitments }, page) => sliceConnection(commitments, ({ commitmentId }) => commitmentId, page),
    }),
  }),
});
