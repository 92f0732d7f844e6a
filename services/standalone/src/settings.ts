import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

export const settings = z.object({
  DEMARCHE_PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(0, 'must be a port number from 0 to 65535; 0 takes any free one')
    .max(65_535, 'must be a port number from 0 to 65535; 0 takes any free one')
    .default(4800),
  DEMARCHE_HOST: z
    .enum(
      LOOPBACK,
      'must be 127.0.0.1: in this profile anybody who reaches Demarche may act as any demonstration person, so it answers on this machine only. To serve others, deploy it with sign-in',
    )
    .default('127.0.0.1'),
  DEMARCHE_DATA: z.string().default(fileURLToPath(new URL('../../../data', import.meta.url))),
  DEMARCHE_DEMO: z
    .enum(
      ['yes', 'no', 'default'],
      'must be yes, no or default: whether an empty store is filled with demonstration data',
    )
    .default('default'),
  DEMARCHE_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('warn'),
  DEMARCHE_PAGES: z
    .enum(['build', 'as-built'], 'must be build or as-built: whether pages older than their sources are built anew')
    .default('build'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url('must be the address of an OTLP collector, such as http://127.0.0.1:4318')
    .optional(),
  /** Set by npm for what it runs. */
  npm_lifecycle_event: z.string().optional(),
});
