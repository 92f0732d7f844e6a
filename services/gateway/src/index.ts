export { createGatewayApp } from './app.ts';
export type { GatewayModule, GatewayPorts, GatewaySettings } from './module.ts';
export { gatewayModule } from './module.ts';
