import { StoreRefused, sqliteEventStore } from '@demarche/event-store/sqlite';
import { runWriteService, trustedHeaderIdentity } from '@demarche/service-kit';
import { environment } from './environment.ts';
import { recommendationsModule } from './module.ts';

try {
  const store = sqliteEventStore({ file: environment.DEMARCHE_STORE });
  const clock = { now: () => new Date().toISOString() };
  const identity = trustedHeaderIdentity(environment.DEMARCHE_OFFICER_KEY);
  await runWriteService({
    name: 'recommendations',
    environment,
    store,
    clock,
    identity,
    module: recommendationsModule,
  });
} catch (error) {
  if (!(error instanceof StoreRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
