import { z } from 'zod';
import type { AskGraph } from './first-answer.ts';
import type { GatewayDoor } from './gateway-door.ts';

/** A page is not held up for longer; it asks for itself then. */
const WITHIN_MS = 500;

const Reply = z.object({ data: z.record(z.string(), z.unknown()), errors: z.undefined().optional() });

/** Has the gateway answer what a page asks first, for whoever opens it. */
export const gatewayAnswer =
  (ask: GatewayDoor, withinMs = WITHIN_MS): AskGraph =>
  async (question, { headers: { cookie = '', host = '' } }) => {
    const { body } = await ask({ path: '/graphql', headers: { cookie, host }, withinMs, body: question });
    return Reply.safeParse(body).data?.data;
  };
