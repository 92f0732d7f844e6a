export type { DecisionSpec, GivenSpec } from './decider-spec.ts';
export { deciderSpec } from './decider-spec.ts';
export { putOnRecord } from './put-on-record.ts';
