import { busCredentials, busSettings, serviceSettings, storeCredentials, storeSettings } from '@demarche/service-kit';
import { z } from 'zod';

const replicas = 'must be 1, 3 or 5';

export const settings = z
  .object({
    ...serviceSettings(4805),
    ...storeSettings,
    ...busSettings,
    DEMARCHE_BUS_REPLICAS: z.coerce
      .number(replicas)
      .refine((count) => [1, 3, 5].includes(count), replicas)
      .default(1)
      .describe('how many NATS servers hold each message: `1`, `3` or `5`'),
  })
  .refine(...storeCredentials)
  .refine(...busCredentials);
