import { Commitment } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { pageArgs, pageCost } from '../connection/connection.ts';
import { recommendationConnection } from '../connection/connection-types.ts';
import { engagementLink, instrumentLink } from '../connection/record-link.ts';
import { sliceConnection } from '../connection/slice-connection.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { commitmentType } from '../contract-types/record-types.ts';
import { globalId, nodeInterface } from '../node/global-id.ts';

builder.objectType(commitmentType, {
  description: 'A promise or a forum commitment with how far it was delivered.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ commitmentId }) => globalId('Commitment', commitmentId) }),
    ...contractFields(t, Commitment, {
      owner: 'Commitment',
      rename: { countries: 'countryCodes', recommendations: 'recommendationReferences' },
      docs: {
        delivery: 'Of the whole: the newest review that names no country.',
        countries: 'The countries bound; none means all participants of the forum.',
        revision: 'For `ifMatch`; -1 while nothing has happened to it since it was made.',
      },
    }),
    engagement: engagementLink(t, ({ engagementId }) => engagementId, 'Where a promise was made.'),
    instrument: instrumentLink(t, ({ instrumentId }) => instrumentId, 'The text that holds a forum commitment.'),
    recommendations: t.field({
      type: recommendationConnection,
      description: 'The recommendations it answers to, as far as they were held.',
      args: pageArgs,
      complexity: pageCost,
      resolve: async ({ recommendations }, page, { points }, info) => {
        const { recommendations: loader } = points.of(info);
        const held = await Promise.all(recommendations.map((reference) => loader.load(reference)));
        return sliceConnection(
          held.filter((one) => one !== null),
          ({ reference }) => reference,
          page,
        );
      },
    }),
  }),
});
