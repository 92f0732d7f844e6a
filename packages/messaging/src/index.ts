export type { BackOff } from './back-off.ts';
export { backOffMs } from './back-off.ts';
export type { CloudEvent } from './cloud-event.ts';
export { fromCloudEvent, toCloudEvent } from './cloud-event.ts';
export { eventIn, messageOf } from './event-message.ts';
export type { Feed, FeedBatch, FeedOptions } from './feed.ts';
export type { RecordOfEvents } from './log-cursor.ts';
export type { LogFeedOptions } from './log-feed.ts';
export { logFeed } from './log-feed.ts';
export { headersOf, messageContentType, messageHeaders } from './message-headers.ts';
export type {
  LogEnd,
  LoggedMessage,
  MessageLog,
  OriginalLog,
  OutgoingMessage,
  PublishResult,
} from './message-log.ts';
export { BusRefused, BusUnavailable } from './message-log.ts';
export type { MessageCountries } from './message-subject.ts';
export { messageSubject } from './message-subject.ts';
export type { PageSize } from './page-size.ts';
export { pageSize } from './page-size.ts';
export { recordOnLog } from './record-on-log.ts';
export type { ChangeSignal, Signals } from './signals.ts';
export { anythingMayHaveChanged } from './signals.ts';
export type { Timing } from './timing.ts';
export type { WakeUp } from './wake-up.ts';
export { wakeUp } from './wake-up.ts';
