import { z } from 'zod';
import { authorityFile } from './authority-file.ts';
import { bothOrNeither } from './both-or-neither.ts';

const address = 'must be the address of a NATS server such as nats://127.0.0.1:4222, or several, separated by commas';
const isServer = (given: string): boolean => /^(nats|tls):\/\/[^/@\s,]+\/?$/.test(given);
const credentialsInside = /:\/\/[^/]*@/;

/** Where the bus is: the same for the relay, the projections and the gateway. */
export const busSettings = {
  DEMARCHE_BUS: z
    .string(address)
    .refine((given) => !credentialsInside.test(given), {
      error: 'must hold no user and no password: give them as DEMARCHE_BUS_USER and DEMARCHE_BUS_PASSWORD',
    })
    .transform((given) => given.split(',').map((server) => server.trim()))
    .refine((servers) => servers.every(isServer), address)
    .describe('the NATS servers, such as `nats://a:4222`, several separated by commas; `tls://a:4222` for TLS'),
  DEMARCHE_BUS_USER: z.string().optional().describe('user at the NATS servers'),
  DEMARCHE_BUS_PASSWORD: z.string().optional().describe('password at the NATS servers'),
  DEMARCHE_BUS_CA: authorityFile
    .optional()
    .describe('path of a PEM file with the authority that signed the NATS servers’ certificates'),
};

/** For `refine` of whatever holds these settings. */
export const busCredentials = bothOrNeither('DEMARCHE_BUS_USER', 'DEMARCHE_BUS_PASSWORD');

export interface BusAddress {
  readonly servers: string[];
  readonly user?: string;
  readonly password?: string;
  readonly caFile?: string;
}

type BusSettings = z.output<z.ZodObject<typeof busSettings>>;

/** What `connectNats` takes, beside the name of whoever connects. */
export const busAddressIn = (settings: BusSettings): BusAddress => ({
  servers: settings.DEMARCHE_BUS,
  ...(settings.DEMARCHE_BUS_USER === undefined ? {} : { user: settings.DEMARCHE_BUS_USER }),
  ...(settings.DEMARCHE_BUS_PASSWORD === undefined ? {} : { password: settings.DEMARCHE_BUS_PASSWORD }),
  ...(settings.DEMARCHE_BUS_CA === undefined ? {} : { caFile: settings.DEMARCHE_BUS_CA }),
});
