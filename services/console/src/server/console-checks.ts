import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HealthCheck } from '@demarche/service-kit';
import type { GatewayDoor } from './gateway-door.ts';
import { builtPages, NOT_BUILT } from './read-pages.ts';

/** Without pages there is nothing to serve. */
export const pagesCheck =
  (folder: string = builtPages): HealthCheck =>
  () =>
    existsSync(join(folder, 'index.html')) ? { status: 'pass' } : { status: 'fail', trouble: `${NOT_BUILT}.` };

const WITHIN_MS = 3_000;

/** Amber while the gateway is away: pages are served, and say that there is no connection. */
export const gatewayCheck =
  (ask: GatewayDoor): HealthCheck =>
  async () => {
    try {
      const { status } = await ask({ path: '/readyz', headers: { host: 'localhost' }, withinMs: WITHIN_MS });
      return status === 200 ? { status: 'pass' } : { status: 'warn', trouble: 'The gateway says that it is not ready' };
    } catch (error) {
      return { status: 'warn', trouble: `The gateway does not answer: ${(error as Error).message}` };
    }
  };
