export type { Feed, FeedBatch, FeedOptions } from './feed.ts';
export type { ChangeSignal, Signals } from './signals.ts';
