import { busSettings, officerKeySettings, serviceSettings, storeSettings } from '@demarche/service-kit';
import { z } from 'zod';

/** A far site, which has the bus alone. */
export const NO_STORE = 'none';

export const settings = z
  .object({
    ...serviceSettings(4804),
    ...storeSettings,
    DEMARCHE_FEED: z
      .enum(['bus', 'store'], 'must be bus or store: from where events are followed')
      .default('bus')
      .describe('from where events are followed: the `bus`, which then has to be named, or straight from the `store`'),
    ...busSettings,
    DEMARCHE_BUS: busSettings.DEMARCHE_BUS.optional().describe(`${busSettings.DEMARCHE_BUS.description}`),
    DEMARCHE_VIEWS: z
      .string('must be the path of a file for the views of this replica, which no other uses')
      .describe('path of the file with this replica’s own views; it is made when it is not there'),
    ...officerKeySettings,
  })
  .refine(({ DEMARCHE_FEED, DEMARCHE_STORE }) => DEMARCHE_FEED === 'bus' || DEMARCHE_STORE !== NO_STORE, {
    path: ['DEMARCHE_FEED'],
    error: 'must be bus where DEMARCHE_STORE is none: there is no store to follow',
  })
  .refine(({ DEMARCHE_FEED, DEMARCHE_BUS }) => DEMARCHE_FEED === 'store' || DEMARCHE_BUS !== undefined, {
    path: ['DEMARCHE_BUS'],
    error:
      'must be the address of a NATS server such as nats://127.0.0.1:4222; or set DEMARCHE_FEED=store to do without',
  });
