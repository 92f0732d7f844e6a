export type { RelayOptions } from './run-relay.ts';
export { BusAheadOfRecord, runRelay } from './run-relay.ts';
