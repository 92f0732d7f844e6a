export type { ConsoleAppParts } from './server/console-app.ts';
export { consoleApp } from './server/console-app.ts';
export { gatewayCheck, pagesCheck } from './server/console-checks.ts';
export { gatewayDoor } from './server/gateway-door.ts';
export { gatewayIdentity } from './server/gateway-identity.ts';
export type { ConsoleOptions } from './server/serve-console.ts';
export { serveConsole } from './server/serve-console.ts';
