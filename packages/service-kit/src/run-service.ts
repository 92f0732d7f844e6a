import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StoreRefused } from '@demarche/event-store';
import { startTelemetry } from '@demarche/telemetry';
import type { GivenBeside } from './environment.ts';
import { createReadiness, type Readiness } from './health.ts';
import { createHttpServer } from './http-server.ts';
import { createLogger, type Logger } from './logger.ts';
import type { ServiceSettings } from './service-settings.ts';
import { createShutdown, stopOnSignals } from './shutdown.ts';
import { StartRefused } from './start-refused.ts';

export interface Service {
  /** As it stands in logs and traces: `relay`. */
  readonly name: string;
  readonly settings: ServiceSettings & GivenBeside;
  /** Makes the service, once logs and traces are there to be written to. */
  readonly make: (surroundings: ServiceSurroundings) => Promise<ServiceParts>;
}

export interface ServiceSurroundings {
  readonly logger: Logger;
  readonly readiness: Readiness;
}

export interface ServiceParts {
  readonly app: RequestListener;
  /** Ends what would keep requests from finishing, such as live updates. Done first when the service is to stop. */
  readonly hangUp?: () => void;
  /** Closed one after another, in this order, once the last request is answered. */
  readonly close: readonly (() => Promise<void> | void)[];
}

/** So long the service still takes requests once it says that it is not ready any more: until whoever sends them has noticed. */
const LEAVING_MS = 1_000;

/**
 * Runs a service in a process of its own until it is asked to stop: the one shape of every `main.ts`. What keeps it from
 * starting, and can be mended from outside, is said in a sentence and ends the process with 1.
 */
export const runService = async (service: Service): Promise<void> => {
  try {
    await start(service);
  } catch (error) {
    const sentence = sentenceFor(error as NodeJS.ErrnoException, service.settings);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
};

const start = async ({ name, settings, make }: Service): Promise<void> => {
  const logger = createLogger({ service: name, level: settings.DEMARCHE_LOG });
  if (settings.givenInVain !== undefined) logger.warn(settings.givenInVain);
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const telemetry = await startTelemetry({ service: `demarche-${name}`, version: '0.1.0', endpoint });
  const readiness = createReadiness();
  const { app, hangUp, close } = await make({ logger, readiness });
  const server = await listening(createHttpServer(app), settings);
  const shutdown = createShutdown({
    server,
    readiness,
    logger,
    leavingMs: LEAVING_MS,
    ...(hangUp ? { hangUp } : {}),
    close: [...close, telemetry.stop],
  });
  stopOnSignals(shutdown, logger);
  const { address, port } = server.address() as AddressInfo;
  logger.info({ address, port }, 'listening');
};

const listening = async (server: Server, { DEMARCHE_PORT, DEMARCHE_HOST }: ServiceSettings): Promise<Server> => {
  await once(server.listen(DEMARCHE_PORT, DEMARCHE_HOST), 'listening');
  return server;
};

/** Of a fault that whoever starts the service can mend. */
const sentenceFor = (error: NodeJS.ErrnoException, settings: ServiceSettings): string | null => {
  if (error instanceof StoreRefused || error instanceof StartRefused) return error.message;
  if (error.syscall !== 'listen') return null;
  const { DEMARCHE_HOST: host, DEMARCHE_PORT: port } = settings;
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Choose another with DEMARCHE_PORT.`;
  }
  if (error.code === 'EACCES')
    return `Port ${port} may not be used by this account. Choose another with DEMARCHE_PORT.`;
  return `Nothing can listen on ${host}, port ${port} (${error.code}). Choose others with DEMARCHE_HOST and DEMARCHE_PORT.`;
};
