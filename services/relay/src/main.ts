import { openStore } from '@demarche/event-store/open';
import { systemTiming } from '@demarche/messaging/in-process';
import { connectNats, natsMessageLog, streamSettings } from '@demarche/messaging/nats';
import { busAddressIn, runService, storeAddressIn, storeCheck } from '@demarche/service-kit';
import { createRelayApp } from './app.ts';
import { environment } from './environment.ts';
import { neededBusCheck } from './needed-bus-check.ts';
import { relayHealth } from './relay-health.ts';
import { runRelay } from './run-relay.ts';
import { stopWithin } from './stop-within.ts';

await runService({
  name: 'relay',
  settings: environment,
  async make({ logger, readiness }) {
    const store = await openStore(storeAddressIn(environment));
    const bus = connectNats({
      ...busAddressIn(environment),
      name: 'relay',
      onTrouble: (error) => logger.warn({ err: error }, 'the bus cannot be reached'),
    });
    const log = natsMessageLog(bus, {
      settings: streamSettings({ replicas: environment.DEMARCHE_BUS_REPLICAS }),
      ensures: true,
      onAmended: (settings) => logger.warn({ settings }, 'the stream was not as declared, and has been set right'),
    });
    const health = relayHealth({ head: store.head, now: () => performance.now() });
    const stopping = new AbortController();
    const running = runRelay({
      store,
      log,
      timing: systemTiming,
      signal: stopping.signal,
      onReached: health.reached,
      onTrouble(error) {
        health.failed(error);
        // That there is no connection is told by the connection.
        if (bus.trouble === undefined)
          logger.warn({ err: error }, 'the bus does not get what is recorded at the moment');
      },
    });
    const checks = { store: storeCheck(store), bus: neededBusCheck(bus), relay: health.check };
    const stop = () => {
      stopping.abort();
      return stopWithin(running, systemTiming);
    };
    return { app: createRelayApp({ logger, readiness, checks }), close: [stop, bus.close, () => running, store.close] };
  },
});
