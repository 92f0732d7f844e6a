import { z } from 'zod';

const portNumber = 'must be a port number from 0 to 65535; 0 takes any free one';

/** What every service that runs as a process of its own is told. Each has its own usual port. */
export const serviceSettings = (usualPort: number) => ({
  DEMARCHE_HOST: z.string().default('127.0.0.1').describe('the address it listens on'),
  DEMARCHE_PORT: z.coerce
    .number(portNumber)
    .int(portNumber)
    .min(0, portNumber)
    .max(65_535, portNumber)
    .default(usualPort)
    .describe('the port it listens on'),
  DEMARCHE_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info')
    .describe('`debug`, `info`, `warn`, `error` or `silent`'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url('must be the address of an OTLP collector, such as http://127.0.0.1:4318')
    .optional()
    .describe('where traces and metrics go, such as `http://127.0.0.1:4318`; without it nowhere'),
});

/** The part of its settings that every service has. */
export type ServiceSettings = z.output<z.ZodObject<ReturnType<typeof serviceSettings>>>;
