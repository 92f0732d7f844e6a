import { serviceAddress, serviceSettings } from '@demarche/service-kit';
import { z } from 'zod';

export const settings = z.object({
  ...serviceSettings(4800),
  DEMARCHE_GATEWAY: serviceAddress('http://gateway:4806').describe(
    'address of the gateway, such as `http://gateway:4806`',
  ),
  DEMARCHE_MARKING: z.string().default('UNCLASSIFIED').describe('the marking that every page bears'),
  DEMARCHE_DEMONSTRATION: z
    .enum(['yes', 'no'], 'must be yes or no')
    .default('no')
    .describe('`yes`: every page says that what it shows is made up'),
});
