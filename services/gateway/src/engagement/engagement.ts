import { Engagement } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { pageArgs, pageCost } from '../connection/connection.ts';
import { followUpConnection } from '../connection/connection-types.ts';
import { commitmentLink, recommendationLink } from '../connection/record-link.ts';
import { sliceConnection } from '../connection/slice-connection.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { engagementType } from '../contract-types/record-types.ts';
import { valueType } from '../contract-types/value-type.ts';
import { globalId, nodeInterface } from '../node/global-id.ts';

builder.objectType(engagementType, {
  description: 'A meeting, call, note or other engagement with officials of other governments.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ engagementId }) => globalId('Engagement', engagementId) }),
    ...contractFields(t, Engagement, {
      owner: 'Engagement',
      except: ['followUps'],
      docs: {
        post: 'The embassy or office that held it.',
        raised: 'The recommendations that came up, and how each was received.',
        recordReference: 'Where the record copy is filed, for example a cable number.',
        withdrawn: 'Set when it was recorded in error; it then stands in no list.',
        revision: 'For `ifMatch`.',
      },
    }),
    followUps: t.field({
      type: followUpConnection,
      args: pageArgs,
      complexity: pageCost,
      resolve: ({ followUps }, page) => sliceConnection(followUps, ({ followUpId }) => followUpId, page),
    }),
  }),
});

builder.objectField(valueType(Engagement.shape.raised.element, 'Engagement', 'raised'), 'recommendation', (t) =>
  recommendationLink(t, ({ reference }) => reference),
);

builder.objectField(valueType(Engagement.shape.promises.element, 'Engagement', 'promise'), 'commitment', (t) =>
  commitmentLink(t, ({ commitmentId }) => commitmentId),
);
