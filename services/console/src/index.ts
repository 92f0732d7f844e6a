export type { ConsoleOptions } from './server/serve-console.ts';
export { serveConsole } from './server/serve-console.ts';
