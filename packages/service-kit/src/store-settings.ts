import { isStorePlace, STORE_PLACE } from '@demarche/event-store';
import type { StoreAddress } from '@demarche/event-store/open';
import { z } from 'zod';
import { authorityFile } from './authority-file.ts';
import { bothOrNeither } from './both-or-neither.ts';

const credentialsInside = /^esdb[^?]*@/i;

const meaning =
  'the event store: whole path of the SQLite file that all on this host share, or a KurrentDB such as `esdb://host:2113?tls=false`; `none` for the projections of a far site, which then read from the bus alone';

/** A far site, which has the bus alone. */
export const NO_STORE = 'none';

const place = z
  .string(STORE_PLACE)
  .trim()
  .refine((given) => given === NO_STORE || isStorePlace(given), STORE_PLACE)
  .refine((given) => !credentialsInside.test(given), {
    error: 'must hold no user and no password: give them as DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD',
  });

/** For the projections, which can do without. */
export const storeOrNone = place.describe(meaning);

/** Where the event store is: the same for the write services, the relay and the projections. */
export const storeSettings = {
  DEMARCHE_STORE: place
    .refine((given) => given !== NO_STORE, {
      error: 'must not be none, which is for the projections of a far site: every other service needs the event store',
    })
    .describe(meaning),
  DEMARCHE_STORE_USER: z.string().optional().describe('user at the KurrentDB'),
  DEMARCHE_STORE_PASSWORD: z.string().optional().describe('password at the KurrentDB'),
  DEMARCHE_STORE_CA: authorityFile
    .optional()
    .describe('path of a PEM file with the authority that signed the KurrentDB’s certificate'),
};

/** For `refine` of whatever holds these settings. */
export const storeCredentials = bothOrNeither('DEMARCHE_STORE_USER', 'DEMARCHE_STORE_PASSWORD');

type StoreSettings = z.output<z.ZodObject<typeof storeSettings>>;

/** What `openStore` takes. */
export const storeAddressIn = (settings: StoreSettings): StoreAddress => ({
  address: settings.DEMARCHE_STORE,
  user: settings.DEMARCHE_STORE_USER,
  password: settings.DEMARCHE_STORE_PASSWORD,
  caFile: settings.DEMARCHE_STORE_CA,
});
