import { z } from 'zod';

const portNumber = 'must be a port number from 0 to 65535; 0 takes any free one';

/** The settings of a write service that runs as a process of its own. Each service has its own usual port. */
export const writeServiceEnvironment = (usualPort: number) =>
  z.object({
    /** Where it answers. */
    DEMARCHE_HOST: z.string().default('127.0.0.1'),
    DEMARCHE_PORT: z.coerce
      .number(portNumber)
      .int(portNumber)
      .min(0, portNumber)
      .max(65_535, portNumber)
      .default(usualPort),
    /** The file of the event store, the same for every service on this machine. */
    DEMARCHE_STORE: z.string('must be the path of the event store’s file, the same for every service'),
    /** Proves to this service that the gateway asked who the officer is. */
    DEMARCHE_OFFICER_KEY: z
      .string('must be a secret of at least 32 characters, the same for the gateway and the write services')
      .min(32, 'must be a secret of at least 32 characters, the same for the gateway and the write services')
      .transform((secret) => new TextEncoder().encode(secret)),
    DEMARCHE_LOG: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
      .default('info'),
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url('must be the address of an OTLP collector, such as http://127.0.0.1:4318')
      .optional(),
  });
