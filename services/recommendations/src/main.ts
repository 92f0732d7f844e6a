import { openStore } from '@demarche/event-store/open';
import {
  runWriteService,
  serviceKey,
  storeAddressIn,
  tellOfDisbelief,
  trustedHeaderIdentity,
} from '@demarche/service-kit';
import { environment } from './environment.ts';
import { recommendationsModule } from './module.ts';

const clock = { now: () => new Date().toISOString() };
const key = serviceKey(environment.DEMARCHE_OFFICER_KEY, clock);

await runWriteService({
  name: 'recommendations',
  settings: environment,
  openStore: () => openStore(storeAddressIn(environment)),
  clock,
  identity: (logger) => trustedHeaderIdentity(key, tellOfDisbelief(logger)),
  module: recommendationsModule,
});
