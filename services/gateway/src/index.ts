export { createGatewayApp } from './app.ts';
export { importPreviewBodies, importPreviewRoute } from './import-preview/import-preview.route.ts';
export type { NarrativeReader } from './import-preview/narrative-reader.ts';
export { narrativeReader } from './import-preview/narrative-reader.ts';
export type { GatewayModule, GatewayPorts, GatewaySettings } from './module.ts';
export { gatewayModule } from './module.ts';
