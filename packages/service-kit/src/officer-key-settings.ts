import { secretKeys } from './secret-keys.ts';

/** The secret that the gateway and the services behind it share. */
export const officerKeySettings = {
  DEMARCHE_OFFICER_KEY: secretKeys('the same for the gateway and the services behind it').describe(
    'secret of at least 32 characters by which a service proves that the gateway asks, and for whom',
  ),
};
