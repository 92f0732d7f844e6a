import { openStore, StoreRefused } from '@demarche/event-store/open';
import { runWriteService, storeAddressIn, trustedHeaderIdentity } from '@demarche/service-kit';
import { environment } from './environment.ts';
import { engagementsModule } from './module.ts';

try {
  const store = await openStore(storeAddressIn(environment));
  const clock = { now: () => new Date().toISOString() };
  const identity = trustedHeaderIdentity(environment.DEMARCHE_OFFICER_KEY);
  await runWriteService({ name: 'engagements', environment, store, clock, identity, module: engagementsModule });
} catch (error) {
  if (!(error instanceof StoreRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
