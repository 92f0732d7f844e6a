import { openStore } from '@demarche/event-store/open';
import { runWriteService, serviceKey, storeAddressIn, trustedHeaderIdentity } from '@demarche/service-kit';
import { environment } from './environment.ts';
import { engagementsModule } from './module.ts';

const clock = { now: () => new Date().toISOString() };

await runWriteService({
  name: 'engagements',
  settings: environment,
  openStore: () => openStore(storeAddressIn(environment)),
  clock,
  identity: trustedHeaderIdentity(serviceKey(environment.DEMARCHE_OFFICER_KEY, clock)),
  module: engagementsModule,
});
