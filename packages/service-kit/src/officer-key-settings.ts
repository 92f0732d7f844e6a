import { z } from 'zod';

const secret = 'must be a secret of at least 32 characters, the same for the gateway and the services behind it';

/** The secret that the gateway and the services behind it share. */
export const officerKeySettings = {
  DEMARCHE_OFFICER_KEY: z
    .string(secret)
    .min(32, secret)
    .transform((text) => new TextEncoder().encode(text))
    .describe('secret of at least 32 characters by which a service proves that the gateway asks, and for whom'),
};
