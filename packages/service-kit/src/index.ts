export type { CommandReply, CommandRequest, CommandRoute, Handled } from './command-route.ts';
export { commandRoute } from './command-route.ts';
export { deriveReference } from './derive-reference.ts';
