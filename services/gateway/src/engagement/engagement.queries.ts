import { builder } from '../builder.ts';
import { pageCost } from '../connection/connection.ts';
import { engagementConnection, followUpConnection } from '../connection/connection-types.ts';
import { engagementType } from '../contract-types/record-types.ts';
import { pointArgs } from '../point/point-input.ts';
import { engagementArgs, readEngagements } from './engagement-filter.ts';
import { followUpArgs, readFollowUps } from './follow-up-filter.ts';

builder.queryFields((t) => ({
  engagements: t.field({
    type: engagementConnection,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'The engagement log, newest first; withdrawn ones left out.',
    args: { ...engagementArgs, ...pointArgs },
    complexity: pageCost,
    resolve: (_, given, { points }, info) => readEngagements(points.open(info, given), given),
  }),
  engagement: t.field({
    type: engagementType,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'One engagement, withdrawn or not; null where nothing was held of it.',
    args: { id: t.arg({ type: 'EngagementId', required: true }), ...pointArgs },
    complexity: 1,
    resolve: (_, { id, ...point }, { points }, info) => points.open(info, point).engagements.load(id),
  }),
  followUps: t.field({
    type: followUpConnection,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'Follow-ups, those due first before the rest.',
    args: { ...followUpArgs, ...pointArgs },
    complexity: pageCost,
    resolve: (_, given, { points }, info) => readFollowUps(points.open(info, given), given),
  }),
}));
