import { dirname, resolve } from 'node:path';
import { StoreUnavailable } from '@demarche/event-store';
import { type OpenedStore, openStore, type StoreAddress, storeFileAt } from '@demarche/event-store/open';
import { type Feed, logFeed, type MessageLog, recordOnLog } from '@demarche/messaging';
import { inProcessSignals, storeFeed, systemTiming } from '@demarche/messaging/in-process';
import { connectNats, natsMessageLog, natsSignals } from '@demarche/messaging/nats';
import {
  absence,
  amberAtWorst,
  busAddressIn,
  busCheck,
  type HealthyBus,
  type Logger,
  loggedBus,
  NO_STORE,
  runService,
  type ServiceSurroundings,
  serviceKey,
  storeAddressIn,
  storeCheck,
  tellOfDisbelief,
  tellOfRecord,
  trustedService,
  watchStore,
} from '@demarche/service-kit';
import { createProjectionsApp } from './app.ts';
import { buildThreads } from './build-views/build-threads.ts';
import { environment } from './environment.ts';
import { caughtUpFirst } from './health/caught-up-first.ts';
import { type FeedHealth, feedHealth } from './health/feed-health.ts';
import { hearsCentre } from './health/hears-centre.ts';
import { keepsMoving } from './health/keeps-moving.ts';
import { listenToCentre } from './health/listen-to-centre.ts';
import { lookByItself } from './health/look-by-itself.ts';
import { projectionsCheck } from './health/projections-check.ts';
import { projectionsModule } from './module.ts';
import { takeViewsForItself } from './take-views-for-itself.ts';

const clock = { now: () => new Date().toISOString() };
const { DEMARCHE_BUS: servers, DEMARCHE_FEED: followed } = environment;
const path = resolve(environment.DEMARCHE_VIEWS);
const address = environment.DEMARCHE_STORE === NO_STORE ? null : storeAddressIn(environment);
const storeFile = address && storeFileAt(address.address);

const openSources = async (surroundings: ServiceSurroundings) => {
  const { logger } = surroundings;
  const store = address && (await openWatched(address, surroundings));
  const bus = servers && connectBus(servers, logger);
  const health = feedHealth(absenceOfEvents(logger, bus));
  const log = bus && followed === 'bus' ? natsMessageLog(bus) : null;
  const feed = await feedFrom(log, store, health);
  return {
    feed,
    centre: centreOf(log, store),
    signals: bus ? natsSignals(bus) : inProcessSignals(),
    checks: {
      feed: health.check,
      ...(bus ? { bus: busCheck(bus) } : {}),
      ...(store ? { store: amberAtWorst(storeCheck(store)) } : {}),
    },
    close: [bus, store].flatMap((opened) => (opened ? [opened.close] : [])),
  };
};

const openWatched = async (at: StoreAddress, surroundings: ServiceSurroundings): Promise<OpenedStore> => {
  const store = await openStore(at);
  void tellOfRecord(store, surroundings.logger);
  watchStore(store, surroundings);
  return store;
};

const absenceOfEvents = (logger: Logger, bus: HealthyBus | undefined) =>
  absence(logger, {
    away: 'events cannot be read at the moment',
    back: 'events are read again',
    isTold: (error) => bus?.trouble !== undefined || error instanceof StoreUnavailable,
  });

/** Where events come from: the bus with the store behind it, the store, or at a far site the bus alone. */
const feedFrom = async (log: MessageLog | null, store: OpenedStore | null, { told }: FeedHealth): Promise<Feed> =>
  log
    ? logFeed({ log, store: store ?? recordOnLog(log), timing: systemTiming, ...told })
    : storeFeed({ log: store ?? (await openStore(storeAddressIn(environment))), ...told });

/** Of interest to a far site alone: with the record at hand, how far the views are behind is told by that. */
const centreOf = (log: MessageLog | null, store: OpenedStore | null) =>
  log && !store ? listenToCentre(log, clock) : undefined;

const connectBus = (servers: string[], logger: Logger) =>
  loggedBus(logger, (onTrouble) =>
    connectNats({ ...busAddressIn({ ...environment, DEMARCHE_BUS: servers }), name: 'projections', onTrouble }),
  );

await runService({
  name: 'projections',
  settings: environment,
  async make({ logger, readiness }) {
    const letViewsGo = takeViewsForItself(path);
    const { feed, centre, signals, checks, close } = await openSources({ logger, readiness });
    const module = projectionsModule({
      feed,
      signals,
      clock,
      path,
      centre,
      ...(storeFile === null ? {} : { threads: buildThreads(storeFile) }),
      onTrouble: (error) => logger.error({ err: error }, 'the views do not move'),
    });
    const projections = projectionsCheck(module, keepsMoving(), hearsCentre, caughtUpFirst());
    lookByItself(projections, readiness);
    const app = createProjectionsApp({
      logger,
      readiness,
      checks: { projections, ...checks },
      module,
      clock,
      dataFolder: dirname(path),
      guard: trustedService(serviceKey(environment.DEMARCHE_OFFICER_KEY, clock), tellOfDisbelief(logger)),
    });
    return { app, close: [module.stop, ...close, letViewsGo] };
  },
});
