export { inProcessSignals } from './in-process-signals.ts';
export type { StoreFeedOptions } from './store-feed.ts';
export { storeFeed } from './store-feed.ts';
