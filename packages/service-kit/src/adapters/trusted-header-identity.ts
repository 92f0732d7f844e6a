import { Officer } from '@demarche/contracts';
import { Router } from 'express';
import type { Identity } from '../identity.ts';
import { ProblemError } from '../problem.ts';
import type { ServiceKey } from '../service-key.ts';
import { TRUST_PATH } from '../trust-path.ts';
import { OFFICER_HEADER } from '../trusted-header.ts';
import { trustedService } from '../trusted-service.ts';

export interface TrustedHeaderIdentity extends Identity {
  /** `GET /trust`: 204 to whoever would be believed, and 403 to everybody else. */
  readonly routes: Router;
}

/**
 * Believes the service that called, which proves by a key both share that it asked who the officer is. An officer whom
 * it cannot prove has signed in all the same: that is no matter of signing in, and answered as a problem of the services.
 * `onDisbelieved` hears of each proof that proves nothing.
 */
export const trustedHeaderIdentity = (
  key: ServiceKey,
  onDisbelieved: () => void = () => undefined,
): TrustedHeaderIdentity => {
  const officerOf = key.believing(
    'officer',
    (said) => Officer.safeParse(JSON.parse(Buffer.from(said, 'base64url').toString())).data ?? null,
  );
  return {
    async identify({ headers }) {
      const given = headers[OFFICER_HEADER];
      if (typeof given !== 'string') return null;
      const officer = officerOf(given);
      if (officer) return officer;
      onDisbelieved();
      throw new ProblemError('gateway-not-believed');
    },
    routes: Router().get(TRUST_PATH, trustedService(key, onDisbelieved), (_request, response) => {
      response.sendStatus(204);
    }),
  };
};
