import { fileURLToPath } from 'node:url';
import { commitmentsModule } from '@demarche/commitments';
import { serveConsole } from '@demarche/console';
import { engagementsModule } from '@demarche/engagements';
import { StoreUnavailable } from '@demarche/event-store';
import { StoreRefused, sqliteEventStore } from '@demarche/event-store/sqlite';
import { gatewayModule, narrativeReader } from '@demarche/gateway';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { buildThreads, projectionsCheck, projectionsModule, viewsPosition } from '@demarche/projections';
import { recommendationsModule } from '@demarche/recommendations';
import {
  createLogger,
  createReadiness,
  createShutdown,
  demonstrationIdentity,
  inProcessCommands,
  stopOnSignals,
  storeCheck,
} from '@demarche/service-kit';
import { startTelemetry } from '@demarche/telemetry';
import description from '../package.json' with { type: 'json' };
import { buildConsole } from './console-build/build-console.ts';
import { afterAbruptEnd } from './data-folder/after-abrupt-end.ts';
import { openDataFolder } from './data-folder/open-data-folder.ts';
import { refuseLostEvents } from './data-folder/refuse-lost-events.ts';
import { StartRefused } from './data-folder/start-refused.ts';
import { fillDemonstration } from './demonstration/fill-demonstration.ts';
import { environment } from './environment.ts';
import { listen } from './listen.ts';
import { standaloneApp } from './standalone-app.ts';
import { startupLines } from './startup-lines.ts';
import { whenOrphaned } from './when-orphaned.ts';

// Whoever read the start's lines may go; the service stays.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const clock = { now: () => new Date().toISOString() };
const root = fileURLToPath(new URL('../../..', import.meta.url));

const start = async (): Promise<void> => {
  const lines = startupLines(process.stdout);
  const logger = createLogger({
    service: 'standalone',
    level: environment.DEMARCHE_LOG,
    form: process.stdout.isTTY ? 'readable' : 'json',
  });
  if (environment.givenInVain !== undefined) logger.warn(environment.givenInVain);
  const telemetry = await startTelemetry({
    service: 'demarche-standalone',
    version: description.version,
    endpoint: environment.OTEL_EXPORTER_OTLP_ENDPOINT,
  });
  const folder = openDataFolder(environment.DEMARCHE_DATA);
  const { server, address, serve } = await listen(environment.DEMARCHE_HOST, environment.DEMARCHE_PORT);
  folder.lock.announce(address);
  if (environment.DEMARCHE_PAGES === 'build') await buildConsole(root, lines.say);

  const store = sqliteEventStore({ file: folder.eventsFile });
  refuseLostEvents(folder, { record: await store.head(), views: viewsPosition(folder.viewsFile) });
  if (folder.endedAbruptly) lines.say(await afterAbruptEnd(store));
  const demonstration = await fillDemonstration({
    store,
    folder: folder.path,
    setting: environment.DEMARCHE_DEMO,
    today: clock.now().slice(0, 10),
    progress: (events) => lines.progress(`Putting in the demonstration data, this once: ${events} events`),
  });
  const feed = storeFeed({
    log: store,
    onSourceLost: (error) => logger.error({ err: error }, 'the feed lost the store'),
  });
  const signals = inProcessSignals();
  const projections = projectionsModule({
    feed,
    signals,
    clock,
    path: folder.viewsFile,
    threads: buildThreads(folder.eventsFile),
    onTrouble: (error) => logger.error({ err: error }, 'the views do not move'),
  });
  const { queries } = projections;
  const side = { store, clock };
  const commands = [recommendationsModule(side), engagementsModule(side), commitmentsModule(side)].flatMap(
    ({ routes }) => routes,
  );
  const identity = demonstrationIdentity([folder.identityKey]);
  const gateway = gatewayModule(
    { queries, commands: inProcessCommands(commands), signals, identity, logger },
    { introspection: true },
  );
  const reader = narrativeReader();
  const readiness = createReadiness();
  const app = standaloneApp({
    logger,
    readiness,
    checks: { store: storeCheck(store), projections: projectionsCheck(projections) },
    identity,
    commands,
    projections,
    queries,
    reader,
    gateway,
    clock,
    dataFolder: folder.path,
    // Whoever sits at this machine has the event store beside the browser: a closed tab need not lose a draft.
    pages: serveConsole({ marking: 'UNCLASSIFIED', demonstration, drafts: 'device', identity, ask: gateway.answer }),
  });
  const shutdown = createShutdown({
    server,
    readiness,
    logger,
    close: [projections.stop, reader.close, store.close, telemetry.stop, folder.lock.release],
  });
  stopOnSignals(() => {
    lines.say('Stopping ...');
    gateway.close();
    return shutdown();
  }, logger);
  if (environment.npm_lifecycle_event) whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));
  await lines.until('Reading the record into the views', async () => {
    const { lag, trouble } = await projections.status();
    // What keeps the views from moving does not keep anybody from recording.
    return lag === 0 || trouble !== null;
  });
  serve(app);
  lines.ready({ address, folder: folder.path, demonstration });
};

try {
  await start();
} catch (error) {
  const isSaid = error instanceof StartRefused || error instanceof StoreRefused || error instanceof StoreUnavailable;
  if (!isSaid) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
