export { inProcessSignals } from './in-process-signals.ts';
export type { MemoryMessageLog, MemoryMessageLogOptions } from './memory-message-log.ts';
export { memoryMessageLog } from './memory-message-log.ts';
export type { StoreFeedOptions } from './store-feed.ts';
export { storeFeed } from './store-feed.ts';
export { systemTiming } from './system-timing.ts';
