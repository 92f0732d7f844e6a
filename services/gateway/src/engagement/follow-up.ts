import { FollowUp } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { engagementLink } from '../connection/record-link.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { followUpType } from '../contract-types/record-types.ts';
import { globalId, nodeInterface } from '../node/global-id.ts';

builder.objectType(followUpType, {
  description: 'Something that one of us will do after an engagement.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ followUpId }) => globalId('FollowUp', followUpId) }),
    ...contractFields(t, FollowUp, { owner: 'FollowUp', docs: { owner: 'Who does it, by name.' } }),
    engagement: engagementLink(t, ({ engagementId }) => engagementId),
  }),
});
