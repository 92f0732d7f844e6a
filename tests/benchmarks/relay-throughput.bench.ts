import type { EventStore } from '@demarche/event-store';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { messageOf, type OutgoingMessage } from '@demarche/messaging';
import { streamSettings } from '@demarche/messaging/nats';
import { natsInstalled, startNats } from '@demarche/testing';
import { connect, headers } from 'nats';
import { atLeast, type Benchmark, figureOf } from './benchmark.ts';
import { IN_FLIGHT, relayToBus } from './relay-to-bus.ts';

const ROUNDS = 3;
const EVENTS = 50_000;

/** On a server of its own, empty at the start. */
const onEmptyBus = async (measure: (url: string) => Promise<number>): Promise<number> => {
  const nats = await startNats();
  try {
    return await measure(nats.url);
  } finally {
    await nats.close();
  }
};

const messagesIn = async (store: EventStore, count: number): Promise<readonly OutgoingMessage[]> => {
  const events = await store.readAll(0, count);
  return events.map((event, index) => messageOf(event, events[index - 1]?.position ?? 0));
};

/** The very bytes under the very headers, made beforehand, published as they lie there. */
const publishBare = async (url: string, messages: readonly OutgoingMessage[]): Promise<number> => {
  const connection = await connect({ servers: url });
  await (await connection.jetstreamManager()).streams.add(streamSettings());
  const jetStream = connection.jetstream();
  const made = messages.map(({ messageId, subject, position, previousPosition, body }) => {
    const own = headers();
    own.set('Content-Type', 'application/cloudevents+json');
    own.set('Demarche-Position', String(position));
    own.set('Demarche-Previous-Position', String(previousPosition));
    own.set('Nats-Msg-Id', messageId);
    return { subject, body, headers: own };
  });
  const start = performance.now();
  for (let sent = 0; sent < made.length; sent += IN_FLIGHT) {
    const page = made.slice(sent, sent + IN_FLIGHT);
    await Promise.all(
      page.map(({ subject, body, headers: own }, index) =>
        jetStream.publish(subject, body, { headers: own, expect: { lastSequence: sent + index } }),
      ),
    );
  }
  const seconds = (performance.now() - start) / 1_000;
  await connection.close();
  return seconds;
};

export const relayThroughput: Benchmark = {
  name: 'relay-throughput',
  async *run({ events = EVENTS, histories }) {
    const installed = natsInstalled();
    if (installed !== true) return console.error(`relay-throughput was skipped: ${installed}`);
    const { eventsFile } = await histories.of(events);
    const store = sqliteEventStore({ file: eventsFile });
    try {
      const messages = await messagesIn(store, events);
      const rounds = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const ours = await onEmptyBus((url) => relayToBus(store, url));
        const bare = await onEmptyBus((url) => publishBare(url, messages));
        rounds.push({ value: events / ours, baseline: events / bare });
      }
      // The first round warms both up.
      rounds.shift();
      yield figureOf({
        name: `${events.toLocaleString('en-US')} events from the record onto the bus`,
        unit: 'events/s',
        what: `a bare loop that publishes the same bytes, ${IN_FLIGHT} at a time, each expecting the sequence before it`,
        rounds,
        targets: [atLeast('ratio', 0.5)],
      });
    } finally {
      await store.close();
    }
  },
};
