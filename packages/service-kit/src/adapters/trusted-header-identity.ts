import { Officer } from '@demarche/contracts';
import type { Identity } from '../identity.ts';
import type { ServiceKey } from '../service-key.ts';
import { OFFICER_HEADER } from '../trusted-header.ts';

/** Believes the service that called, which proves by a key both share that it asked who the officer is. */
export const trustedHeaderIdentity = (key: ServiceKey): Identity => {
  const officerOf = key.believing(
    'officer',
    (said) => Officer.safeParse(JSON.parse(Buffer.from(said, 'base64url').toString())).data ?? null,
  );
  return {
    identify: async ({ headers }) => {
      const given = headers[OFFICER_HEADER];
      return typeof given === 'string' ? officerOf(given) : null;
    },
  };
};
