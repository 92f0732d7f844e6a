import type { CommandRoute, WriteSide } from '@demarche/service-kit';
import { fulfilCommitmentRoute } from './commitment/fulfil-commitment/fulfil-commitment.route.ts';
import { lapseCommitmentRoute } from './commitment/lapse-commitment/lapse-commitment.route.ts';
import { reviewDeliveryRoute } from './commitment/review-delivery/review-delivery.route.ts';
import { withdrawCommitmentRoute } from './commitment/withdraw-commitment/withdraw-commitment.route.ts';
import { addForumCommitmentRoute } from './instrument/add-forum-commitment/add-forum-commitment.route.ts';
import { correctForumInstrumentRoute } from './instrument/correct-forum-instrument/correct-forum-instrument.route.ts';
import { recordForumInstrumentRoute } from './instrument/record-forum-instrument/record-forum-instrument.route.ts';

/** The service's table of contents: every command it takes. */
export const commitmentsModule = (
  side: WriteSide,
): { readonly name: 'commitments'; readonly routes: readonly CommandRoute[] } => ({
  name: 'commitments',
  routes: [
    recordForumInstrumentRoute(side),
    addForumCommitmentRoute(side),
    correctForumInstrumentRoute(side),
    reviewDeliveryRoute(side),
    fulfilCommitmentRoute(side),
    lapseCommitmentRoute(side),
    withdrawCommitmentRoute(side),
  ],
});
