import { isWholePath } from '@demarche/event-store';
import {
  busCredentials,
  busSettings,
  NO_STORE,
  officerKeySettings,
  serviceSettings,
  storeCredentials,
  storeOrNone,
  storeSettings,
} from '@demarche/service-kit';
import { z } from 'zod';

const views =
  'must be the whole path of a file for the views of this replica, which no other uses, such as /var/lib/demarche/views.sqlite, and no quotes around it';

/** What has to fit together is looked at beside everything else that is wrong. */
const when = () => true;

export const settings = z
  .object({
    ...serviceSettings(4804),
    ...storeSettings,
    DEMARCHE_STORE: storeOrNone,
    DEMARCHE_FEED: z
      .enum(['bus', 'store'], 'must be bus or store: from where events are followed')
      .default('bus')
      .describe('from where events are followed: the `bus`, which then has to be named, or straight from the `store`'),
    ...busSettings,
    DEMARCHE_BUS: busSettings.DEMARCHE_BUS.optional().describe(`${busSettings.DEMARCHE_BUS.description}`),
    DEMARCHE_VIEWS: z
      .string(views)
      .trim()
      .refine(isWholePath, views)
      .describe('whole path of the file with this replica’s own views; it is made when it is not there'),
    ...officerKeySettings,
  })
  .refine(({ DEMARCHE_FEED, DEMARCHE_STORE }) => DEMARCHE_FEED === 'bus' || DEMARCHE_STORE !== NO_STORE, {
    path: ['DEMARCHE_FEED'],
    error: 'must be bus where DEMARCHE_STORE is none: there is no store to follow',
    when,
  })
  .refine(({ DEMARCHE_FEED, DEMARCHE_BUS }) => DEMARCHE_FEED === 'store' || DEMARCHE_BUS !== undefined, {
    path: ['DEMARCHE_BUS'],
    error:
      'must be the address of a NATS server such as nats://127.0.0.1:4222; or set DEMARCHE_FEED=store to do without',
    when,
  })
  .refine(...storeCredentials)
  .refine(...busCredentials);
