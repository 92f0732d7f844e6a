import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { OpenedStore } from '@demarche/event-store/open';
import type { Clock } from '@demarche/kernel';
import { startTelemetry } from '@demarche/telemetry';
import type { z } from 'zod';
import type { CommandRoute } from './command-route.ts';
import { createReadiness } from './health.ts';
import { createHttpServer } from './http-server.ts';
import type { Identity } from './identity.ts';
import { createLogger } from './logger.ts';
import { createShutdown, stopOnSignals } from './shutdown.ts';
import { writeServiceApp } from './write-service-app.ts';
import type { writeServiceSettings } from './write-service-settings.ts';
import type { WriteSide } from './write-side.ts';

export interface WriteService {
  readonly name: string;
  readonly environment: z.output<ReturnType<typeof writeServiceSettings>>;
  readonly store: OpenedStore;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly module: (side: WriteSide) => { readonly routes: readonly CommandRoute[] };
}

/** Serves one write service in a process of its own until it is asked to stop. */
export const runWriteService = async (service: WriteService): Promise<void> => {
  const { name, environment, store, clock, identity, module } = service;
  const logger = createLogger({ service: name, level: environment.DEMARCHE_LOG });
  const endpoint = environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  const telemetry = await startTelemetry({ service: `demarche-${name}`, version: '0.1.0', endpoint });
  const readiness = createReadiness();
  const app = writeServiceApp({ routes: module({ store, clock }).routes, store, identity, logger, readiness });
  const server = createHttpServer(app).listen(environment.DEMARCHE_PORT, environment.DEMARCHE_HOST);
  await once(server, 'listening');
  const close = [() => store.close(), () => telemetry.stop()];
  stopOnSignals(createShutdown({ server, readiness, logger, close }), logger);
  const { address, port } = server.address() as AddressInfo;
  logger.info({ address, port }, 'listening');
};
