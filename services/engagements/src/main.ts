import { openStore } from '@demarche/event-store/open';
import { runWriteService, storeAddressIn, trustedHeaderIdentity } from '@demarche/service-kit';
import { environment } from './environment.ts';
import { engagementsModule } from './module.ts';

await runWriteService({
  name: 'engagements',
  settings: environment,
  openStore: () => openStore(storeAddressIn(environment)),
  clock: { now: () => new Date().toISOString() },
  identity: trustedHeaderIdentity(environment.DEMARCHE_OFFICER_KEY),
  module: engagementsModule,
});
