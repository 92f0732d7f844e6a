import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { StoreRefused, sqliteEventStore } from '@demarche/event-store/sqlite';
import {
  createLogger,
  createReadiness,
  createShutdown,
  stopOnSignals,
  trustedHeaderIdentity,
} from '@demarche/service-kit';
import { startTelemetry } from '@demarche/telemetry';
import { commitmentsApp } from './app.ts';
import { environment } from './environment.ts';

const start = async (): Promise<void> => {
  const logger = createLogger({ service: 'commitments', level: environment.DEMARCHE_LOG });
  const telemetry = await startTelemetry({
    service: 'demarche-commitments',
    version: '0.1.0',
    endpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT,
  });
  const store = sqliteEventStore({ file: environment.DEMARCHE_STORE });
  const clock = { now: () => new Date().toISOString() };
  const identity = trustedHeaderIdentity(environment.DEMARCHE_OFFICER_KEY);
  const readiness = createReadiness();
  const app = commitmentsApp({ store, clock, identity, logger, readiness });
  const server = app.listen(environment.DEMARCHE_PORT, environment.DEMARCHE_HOST);
  await once(server, 'listening');
  const close = [() => store.close(), () => telemetry.stop()];
  stopOnSignals(createShutdown({ server, readiness, logger, close }), logger);
  const { address, port } = server.address() as AddressInfo;
  logger.info({ address, port }, 'listening');
};

try {
  await start();
} catch (error) {
  if (!(error instanceof StoreRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
