import { openStore, StoreRefused } from '@demarche/event-store/open';
import { runWriteService, storeAddressIn, trustedHeaderIdentity } from '@demarche/service-kit';
import { environment } from './environment.ts';
import { commitmentsModule } from './module.ts';

try {
  const store = await openStore(storeAddressIn(environment));
  const clock = { now: () => new Date().toISOString() };
  const identity = trustedHeaderIdentity(environment.DEMARCHE_OFFICER_KEY);
  await runWriteService({ name: 'commitments', environment, store, clock, identity, module: commitmentsModule });
} catch (error) {
  if (!(error instanceof StoreRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
