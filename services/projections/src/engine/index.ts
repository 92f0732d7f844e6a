export { contentHash } from './content-hash.ts';
export { checkpointOf, positionAt } from './moments.ts';
export type { ViewDatabase } from './open-view-database.ts';
export { IN_MEMORY, openViewDatabase } from './open-view-database.ts';
export { parkedStreams } from './parking.ts';
export type { EventProjection } from './project-events.ts';
export { eventProjection } from './project-events.ts';
export type { Projector } from './projector.ts';
