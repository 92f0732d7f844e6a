export type { ProjectionsAppParts } from './app.ts';
export { createProjectionsApp, projectionsCheck } from './app.ts';
export { ViewsNotReady } from './engine/open-views.ts';
export type { ProjectionsModule, ProjectionsPorts } from './module.ts';
export { projectionsModule } from './module.ts';
export { projectors } from './projectors.ts';
export type { ProjectionStatusSource, QuerySources } from './query-api/create-query-client.ts';
export { createQueryClient } from './query-api/create-query-client.ts';
