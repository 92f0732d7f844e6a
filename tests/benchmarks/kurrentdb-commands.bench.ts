import { randomUUID } from 'node:crypto';
import { type CommandId, StreamName } from '@demarche/contracts';
import { handleCommand } from '@demarche/event-store';
import { eventStoreDbEventStore } from '@demarche/event-store/eventstoredb';
import { eventStoreInstalled, startEventStore } from '@demarche/testing';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { assignFollowUp, envelopeOf, followUp, followUps } from './assign-follow-up.ts';
import { atLeast, type Benchmark, figureOf } from './benchmark.ts';

/** Ours and the baseline in turns: what else the machine does then meets both alike. */
const ROUNDS = 11;
const AT_ONCE = 64;
const EACH_ROUND = 2_000;
const TARGET = 0.7;
/** More than are at work at once: two commands on one stream seldom meet. */
const KNOWN_STREAMS = 1_000;

const perSecond = async (act: () => Promise<unknown>): Promise<number> => {
  let begun = 0;
  const start = performance.now();
  const one = async () => {
    for (; begun < EACH_ROUND; await act()) begun += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return EACH_ROUND / ((performance.now() - start) / 1_000);
};

const newStream = () => StreamName.parse(`engagement-${randomUUID()}`);

interface Round {
  readonly value: number;
  readonly baseline: number;
}

const measure = async (connectionString: string) => {
  const namespace = `benchmark.${randomUUID().slice(0, 8)}`;
  const store = eventStoreDbEventStore({ connectionString, namespace, timeoutMs: 60_000 });
  const client = EventStoreDBClient.connectionString(connectionString);
  const clock = { now: () => new Date().toISOString() };
  const handledOn = async (stream: StreamName) => {
    const envelope = envelopeOf(randomUUID() as string as CommandId);
    const result = await handleCommand({ store, clock, decider: followUps, stream, command: assignFollowUp, envelope });
    if (result.outcome !== 'recorded') throw new Error(`A command was not recorded but ${result.outcome}`);
  };
  const handled = () => handledOn(newStream());
  const known = Array.from({ length: KNOWN_STREAMS }, newStream);
  let turn = 0;
  const handledOnKnown = () => {
    turn += 1;
    return handledOn(known[turn % KNOWN_STREAMS] as StreamName);
  };
  await handled();
  const metadata = (await store.readAll(0, 1))[0]?.metadata as unknown as Record<string, string>;
  const bare = () => {
    const event = jsonEvent({ id: randomUUID(), type: 'FollowUpAssigned', data: { ...followUp }, metadata });
    return client.appendToStream(`${namespace}:${newStream()}`, event, { expectedRevision: NO_STREAM });
  };
  const appended = () =>
    store.append(
      newStream(),
      [{ eventId: randomUUID(), type: 'FollowUpAssigned', data: followUp, metadata: metadata as never }],
      'no-stream',
    );
  const commands: Round[] = [];
  const commandsOnKnown: Round[] = [];
  const appends: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const baseline = await perSecond(bare);
    commands.push({ value: await perSecond(handled), baseline });
    commandsOnKnown.push({ value: await perSecond(handledOnKnown), baseline });
    appends.push({ value: await perSecond(appended), baseline });
  }
  await store.close();
  await client.dispose();
  // The first round warms the server up.
  return { commands: commands.slice(1), commandsOnKnown: commandsOnKnown.slice(1), appends: appends.slice(1) };
};

export const kurrentdbCommands: Benchmark = {
  name: 'kurrentdb-commands',
  async *run() {
    const installed = eventStoreInstalled();
    if (installed !== true) return console.error(`kurrentdb-commands is skipped: ${installed}`);
    const server = await startEventStore();
    try {
      const { commands, commandsOnKnown, appends } = await measure(server.connectionString);
      const what = "the client's own appends of the same events, 64 at once, each to a new stream";
      const name = 'commands into KurrentDB, 64 at once, each on a new stream';
      yield figureOf({ name, unit: 'commands/s', what, rounds: commands, targets: [atLeast('ratio', TARGET)] });
      const onKnown = `the same, each on one of ${KNOWN_STREAMS} streams that grow`;
      yield figureOf({ name: onKnown, unit: 'commands/s', what, rounds: commandsOnKnown });
      yield figureOf({ name: 'appends of the adapter alone', unit: 'appends/s', what, rounds: appends });
    } finally {
      await server.close();
    }
  },
};
