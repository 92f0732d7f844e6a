import type { IncomingHttpHeaders } from 'node:http';
import type { Officer } from '@demarche/contracts';
import { SignInChoice, sessionCookie } from '@demarche/service-kit';
import type { GatewayDoor } from './gateway-door.ts';

/** A page is not held up for longer; it asks for itself then. */
const WITHIN_MS = 500;

/**
 * Who asks for a page, as the gateway knows it: the console holds no secret by which it could tell for itself. Undefined
 * where the gateway does not say so in time.
 */
export const gatewayIdentity = (ask: GatewayDoor, withinMs = WITHIN_MS) => ({
  async identify({ headers }: { readonly headers: IncomingHttpHeaders }): Promise<Officer | null | undefined> {
    const { cookie = '', host = '' } = headers;
    if (!cookie.includes(`${sessionCookie}=`)) return null;
    try {
      const { body } = await ask({ path: '/identity/persons', headers: { cookie, host }, withinMs });
      return SignInChoice.safeParse(body).data?.signedIn;
    } catch {
      return undefined;
    }
  },
});
