export type { AskedUntilGone } from './ask-until-gone.ts';
export { askUntilGone } from './ask-until-gone.ts';
export { compileCache } from './compile-cache.ts';
export type { DecisionSpec, GivenSpec } from './decider-spec.ts';
export { deciderSpec } from './decider-spec.ts';
export type { EventStoreServer } from './event-store-server/start-event-store.ts';
export { eventStoreInstalled, startEventStore } from './event-store-server/start-event-store.ts';
export { putOnRecord } from './put-on-record.ts';
export type { EndedService, LogLine, RunningService } from './run-service.ts';
export { runService, runToItsEnd } from './run-service.ts';
export { listenAtOwnPort } from './servers/listen-at-own-port.ts';
export { natsInstalled } from './servers/nats-installed.ts';
export type { NatsServer, StartNatsOptions } from './servers/start-nats.ts';
export { startNats } from './servers/start-nats.ts';
export { serviceKeyOf } from './service-key-of.ts';
export { appendStory } from './stories/append-story.ts';
export {
  by,
  ines,
  kaldara,
  known,
  maya,
  meeting,
  norvia,
  norvianInspectors,
  omar,
  promise1,
  recruitmentFees,
  report2026,
  shelters,
  tomas,
} from './stories/kaldara.ts';
export { followUp1, followUpAssigned, meetingWithdrawn, promiseMade } from './stories/kaldara-meeting.ts';
export type { Story } from './stories/story.ts';
export { aStory } from './stories/story.ts';
