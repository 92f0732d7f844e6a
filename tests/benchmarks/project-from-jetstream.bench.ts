import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { type Feed, logFeed } from '@demarche/messaging';
import { inProcessSignals, storeFeed, systemTiming } from '@demarche/messaging/in-process';
import { connectNats, natsMessageLog } from '@demarche/messaging/nats';
import { projectionsModule } from '@demarche/projections';
import { natsInstalled, startNats } from '@demarche/testing';
import { atLeast, type Benchmark, figureOf } from './benchmark.ts';
import { clearFolder, temporaryFolder } from './cleared-at-exit.ts';
import { clock } from './prepared-history.ts';
import { relayToBus } from './relay-to-bus.ts';

const ROUNDS = 3;
const EVENTS = 50_000;

/** Events a second from a feed into every view, in one thread, until the views answer. */
const projectedPerSecond = async (feed: Feed, events: number): Promise<number> => {
  const folder = temporaryFolder();
  const start = performance.now();
  const path = join(folder, 'views.sqlite');
  const projections = projectionsModule({ feed, signals: inProcessSignals(), clock, path });
  try {
    while ((await projections.status()).lag !== 0) await setTimeout(20);
    return (events * 1_000) / (performance.now() - start);
  } finally {
    await projections.stop();
    clearFolder(folder);
  }
};

export const projectFromJetStream: Benchmark = {
  name: 'project-from-jetstream',
  async *run({ events = EVENTS, histories }) {
    const installed = natsInstalled();
    if (installed !== true) return console.error(`project-from-jetstream was skipped: ${installed}`);
    const { eventsFile } = await histories.of(events);
    const [store, nats] = [sqliteEventStore({ file: eventsFile }), await startNats()];
    const bus = connectNats({ servers: [nats.url], name: 'bench' });
    try {
      await relayToBus(store, nats.url);
      const rounds = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const fromBus = logFeed({ log: natsMessageLog(bus), store, timing: systemTiming });
        const value = await projectedPerSecond(fromBus, events);
        rounds.push({ value, baseline: await projectedPerSecond(storeFeed({ log: store }), events) });
      }
      // The first round warms both up.
      rounds.shift();
      yield figureOf({
        name: `${events.toLocaleString('en-US')} events from the bus into all views, in one thread`,
        unit: 'events/s',
        what: 'the same events from the store’s file into the same views, in one thread',
        rounds,
        targets: [atLeast('ratio', 0.5)],
      });
    } finally {
      await bus.close();
      await nats.close();
      await store.close();
    }
  },
};
