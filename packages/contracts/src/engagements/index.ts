export * from './assign-follow-up.ts';
export * from './complete-follow-up.ts';
export * from './correct-engagement.ts';
export * from './log-engagement.ts';
export * from './raise-recommendation.ts';
export * from './record-promise.ts';
export * from './withdraw-engagement.ts';
