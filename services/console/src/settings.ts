import { hostsSettings, serviceAddress, serviceSettings } from '@demarche/service-kit';
import { z } from 'zod';

export const settings = z.object({
  ...serviceSettings(4800),
  ...hostsSettings,
  DEMARCHE_GATEWAY: serviceAddress('http://127.0.0.1:4806').describe('where the gateway is'),
  DEMARCHE_MARKING: z
    .string()
    .default('UNCLASSIFIED')
    .describe('how what is held here is to be handled, as it stands on every page'),
  DEMARCHE_DEMONSTRATION: z
    .enum(['yes', 'no'], 'must be yes or no: whether every page says that the data is made up')
    .default('no')
    .describe('`yes` where the data is made up, which every page then says; else `no`'),
});
