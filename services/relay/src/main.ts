import { StoreUnavailable } from '@demarche/event-store';
import { openStore } from '@demarche/event-store/open';
import { systemTiming } from '@demarche/messaging/in-process';
import { connectNats, natsMessageLog, streamSettings } from '@demarche/messaging/nats';
import {
  absence,
  busAddressIn,
  busCheck,
  loggedBus,
  runService,
  soon,
  storeAddressIn,
  storeCheck,
  tellOfRecord,
  watchStore,
} from '@demarche/service-kit';
import { createRelayApp } from './app.ts';
import { environment } from './environment.ts';
import { relayHealth } from './relay-health.ts';
import { runRelay } from './run-relay.ts';

/** What is on its way to the bus may take so long to arrive; without that it is published again by whoever comes next. */
const LONGEST_FAREWELL_MS = 2_000;

await runService({
  name: 'relay',
  settings: environment,
  async make({ logger, readiness }) {
    const store = await openStore(storeAddressIn(environment));
    void tellOfRecord(store, logger);
    watchStore(store, { logger, readiness });
    const bus = loggedBus(logger, (onTrouble) =>
      connectNats({ ...busAddressIn(environment), name: 'relay', onTrouble }),
    );
    const log = natsMessageLog(bus, {
      settings: streamSettings({ replicas: environment.DEMARCHE_BUS_REPLICAS }),
      ensures: true,
      onAmended: (settings) => logger.warn({ settings }, 'the stream was not as declared, and has been set right'),
    });
    const health = relayHealth({ head: store.head, now: () => performance.now() });
    const delivery = absence(logger, {
      away: 'the bus does not get what is recorded at the moment',
      back: 'the bus gets again what is recorded',
      isTold: (error) => bus.trouble !== undefined || error instanceof StoreUnavailable,
    });
    const stopping = new AbortController();
    const running = runRelay({
      store,
      log,
      timing: systemTiming,
      signal: stopping.signal,
      onReached(reached) {
        health.reached(reached);
        delivery.back();
      },
      onTrouble(error) {
        health.failed(error);
        delivery.away(error);
      },
    });
    const checks = { store: storeCheck(store), bus: busCheck(bus, 'fail'), relay: health.check };
    const stop = () => {
      stopping.abort();
      return soon(running, LONGEST_FAREWELL_MS, undefined);
    };
    return {
      app: createRelayApp({ logger, readiness, checks }),
      close: [stop, bus.close, () => running, store.close],
    };
  },
});
