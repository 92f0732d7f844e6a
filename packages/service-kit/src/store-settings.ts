import type { StoreAddress } from '@demarche/event-store/open';
import { z } from 'zod';

const address =
  'must be the path of a SQLite file that all services on this host share, or the address of a KurrentDB such as esdb://kurrentdb:2113?tls=false';
const otherScheme = /^(?!esdb(\+discover)?:)[a-z][a-z0-9+.-]*:\/\//i;
const credentialsInside = /^esdb[^?]*@/i;

/** Where the event store is: the same for the write services, the relay and the projections. */
export const storeSettings = {
  DEMARCHE_STORE: z
    .string(address)
    .refine((given) => !otherScheme.test(given), address)
    .refine((given) => !credentialsInside.test(given), {
      error: 'must hold no user and no password: give them as DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD',
    })
    .describe(
      'the event store: path of the SQLite file that all on this host share, or a KurrentDB such as `esdb://host:2113?tls=false`; `none` for the projections of a far site, which then read from the bus alone',
    ),
  DEMARCHE_STORE_USER: z.string().optional().describe('user at the KurrentDB'),
  DEMARCHE_STORE_PASSWORD: z.string().optional().describe('password at the KurrentDB'),
  DEMARCHE_STORE_CA: z
    .string()
    .optional()
    .describe('path of a PEM file with the authority that signed the KurrentDB’s certificate'),
};

type StoreSettings = z.output<z.ZodObject<typeof storeSettings>>;

/** What `openStore` takes. */
export const storeAddressIn = (settings: StoreSettings): StoreAddress => ({
  address: settings.DEMARCHE_STORE,
  user: settings.DEMARCHE_STORE_USER,
  password: settings.DEMARCHE_STORE_PASSWORD,
  caFile: settings.DEMARCHE_STORE_CA,
});
