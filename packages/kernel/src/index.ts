export type { Clock } from './clock.ts';
export type { Decider } from './decider.ts';
export type { Accepted, Decision, Rejected } from './decision.ts';
export { accept, isRejected, reject } from './decision.ts';
export type { DomainEvent } from './domain-event.ts';
