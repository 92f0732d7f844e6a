import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { openStore, storeFileAt } from '@demarche/event-store/open';
import { logFeed } from '@demarche/messaging';
import { inProcessSignals, storeFeed, systemTiming } from '@demarche/messaging/in-process';
import { connectNats, natsMessageLog, natsSignals } from '@demarche/messaging/nats';
import {
  amberAtWorst,
  busAddressIn,
  busCheck,
  runService,
  storeAddressIn,
  storeCheck,
  trustedService,
} from '@demarche/service-kit';
import { createProjectionsApp, projectionsCheck } from './app.ts';
import { environment } from './environment.ts';
import { caughtUpFirst } from './health/caught-up-first.ts';
import { projectionsModule } from './module.ts';
import { takeViewsForItself } from './take-views-for-itself.ts';

/** More gain nothing: the view that costs most then takes longest. */
const MOST_THREADS = 4;

const clock = { now: () => new Date().toISOString() };
const { DEMARCHE_BUS: servers, DEMARCHE_FEED: followed } = environment;
const path = resolve(environment.DEMARCHE_VIEWS);
const storeFile = storeFileAt(environment.DEMARCHE_STORE);

await runService({
  name: 'projections',
  settings: environment,
  async make({ logger, readiness }) {
    const letViewsGo = takeViewsForItself(path);
    const store = await openStore(storeAddressIn(environment));
    const bus =
      servers &&
      connectNats({
        ...busAddressIn({ ...environment, DEMARCHE_BUS: servers }),
        name: 'projections',
        onTrouble: (error) => logger.warn({ err: error }, 'the bus cannot be reached'),
      });
    const onSourceLost = (error: unknown) => logger.warn({ err: error }, 'events cannot be read at the moment');
    const feed =
      bus && followed === 'bus'
        ? logFeed({ log: natsMessageLog(bus), store, timing: systemTiming, onSourceLost })
        : storeFeed({ log: store, onSourceLost });
    const module = projectionsModule({
      feed,
      signals: bus ? natsSignals(bus) : inProcessSignals(),
      clock,
      path,
      // Only a file can be opened by several threads without asking anybody.
      ...(storeFile === null
        ? {}
        : {
            threads: {
              script: new URL('build-views/main.ts', import.meta.url),
              workerData: { storeFile },
              count: Math.min(MOST_THREADS, availableParallelism()),
              fromEvents: 20_000,
            },
          }),
      onTrouble: (error) => logger.error({ err: error }, 'the views do not move'),
    });
    const app = createProjectionsApp({
      logger,
      readiness,
      checks: {
        projections: caughtUpFirst(module, projectionsCheck(module)),
        ...(bus ? { bus: busCheck(bus) } : {}),
        store: amberAtWorst(storeCheck(store)),
      },
      module,
      clock,
      dataFolder: dirname(path),
      guard: trustedService(environment.DEMARCHE_OFFICER_KEY),
    });
    const close = [module.stop, ...(bus ? [bus.close] : []), store.close, letViewsGo];
    return { app, close };
  },
});
