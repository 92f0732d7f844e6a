import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HealthCheck } from '@demarche/service-kit';
import { z } from 'zod';
import type { GatewayDoor } from './gateway-door.ts';
import { builtPages, NOT_BUILT } from './read-pages.ts';

/** Without pages there is nothing to serve. */
export const pagesCheck =
  (folder: string = builtPages): HealthCheck =>
  () =>
    existsSync(join(folder, 'index.html')) ? { status: 'pass' } : { status: 'fail', trouble: `${NOT_BUILT}.` };

const WITHIN_MS = 3_000;

const Check = z.looseObject({ status: z.string(), beyondRecord: z.boolean().optional().catch(undefined) });
const Readiness = z.object({ status: z.string(), checks: z.record(z.string(), Check) });

/** What the gateway says of itself, as a sentence. */
const states: Readonly<Record<string, string>> & { readonly fail: string } = {
  warn: 'The gateway answers, and something behind it is not well',
  fail: 'The gateway cannot answer: something that it needs is not well',
  stopping: 'The gateway is stopping',
};

const BEYOND_RECORD = 'The gateway answers from views that hold what is not on record';

/**
 * Amber while the gateway is away, or is not well itself: pages are served, and say that there is no connection, so a
 * balancer has no better place to send anybody. What is wrong behind it is passed on, for this is the door at which people
 * ask; `answers: false` where it is so much that nothing can be looked up, and `beyondRecord` where what is may not be on
 * record.
 */
export const gatewayCheck =
  (ask: GatewayDoor): HealthCheck =>
  async () => {
    try {
      const { body } = await ask({ path: '/readyz', headers: { host: 'localhost' }, withinMs: WITHIN_MS });
      const { status, checks } = Readiness.parse(body);
      if (status === 'pass') return { status: 'pass' };
      const behind = Object.entries(checks)
        .filter(([, check]) => check.status !== 'pass')
        .map(([name, check]) => ({ name, ...check }));
      if (behind.some(({ beyondRecord }) => beyondRecord))
        return { status: 'warn', trouble: BEYOND_RECORD, beyondRecord: true, behind };
      const trouble = states[status] ?? states.fail;
      return { status: 'warn', trouble, ...(status === 'warn' ? {} : { answers: false }), behind };
    } catch (error) {
      const reason = (error as Error).message;
      const trouble = `The gateway does not answer (${reason}): look whether it runs, and where DEMARCHE_GATEWAY says`;
      return { status: 'warn', trouble, answers: false };
    }
  };
