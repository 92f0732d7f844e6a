export type { DecisionSpec, GivenSpec } from './decider-spec.ts';
export { deciderSpec } from './decider-spec.ts';
