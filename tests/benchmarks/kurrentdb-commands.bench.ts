import { randomUUID } from 'node:crypto';
import { type CommandId, FollowUpAssigned, type Officer, StreamName } from '@demarche/contracts';
import { handleCommand } from '@demarche/event-store';
import { eventStoreDbEventStore } from '@demarche/event-store/eventstoredb';
import { accept, type Decider } from '@demarche/kernel';
import { eventStoreInstalled, startEventStore } from '@demarche/testing';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { atLeast, type Benchmark, figureOf } from './benchmark.ts';

/** Ours and the baseline in turns: what else the machine does then meets both alike. */
const ROUNDS = 11;
const AT_ONCE = 64;
const EACH_ROUND = 2_000;
const TARGET = 0.7;

interface Assign {
  readonly name: 'assign-follow-up';
  readonly what: string;
}

const officer = { id: 'amara.okoye', name: 'Amara Okoye', role: 'embassy_officer', post: 'Embassy Kaldara' } as Officer;
const data = FollowUpAssigned.data.parse({
  engagementId: 'ENG-7F3K-2Q9X',
  followUpId: 'ENG-7F3K-2Q9X-F1',
  countries: ['XKD'],
  occurredOn: '2026-03-02',
  what: 'Send the model law on victim identification to the ministry, with the comments of the regional workshop.',
  owner: 'Amara Okoye',
  assignedBy: officer,
});
const decider: Decider<Assign, FollowUpAssigned, number, never> = {
  initialState: 0,
  evolve: (count) => count + 1,
  decide: () => accept({ type: 'FollowUpAssigned', data }),
};

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

const envelopeOf = (commandId: CommandId) =>
  ({
    commandId,
    officer,
    today: '2026-03-02',
    fingerprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    correlationId: commandId,
    causationId: commandId,
    marking: 'SBU',
  }) as const;

interface Round {
  readonly value: number;
  readonly baseline: number;
}

const measure = async (connectionString: string) => {
  const namespace = `benchmark.${randomUUID().slice(0, 8)}`;
  const store = eventStoreDbEventStore({ connectionString, namespace, timeoutMs: 60_000 });
  const client = EventStoreDBClient.connectionString(connectionString);
  const clock = { now: () => new Date().toISOString() };
  const command = { name: 'assign-follow-up', what: data.what } as const;
  const handled = async () => {
    const envelope = envelopeOf(randomUUID() as string as CommandId);
    const result = await handleCommand({ store, clock, decider, stream: newStream(), command, envelope });
    if (result.outcome !== 'recorded') throw new Error(`A command was not recorded but ${result.outcome}`);
  };
  await handled();
  const metadata = (await store.readAll(0, 1))[0]?.metadata as unknown as Record<string, string>;
  const bare = () => {
    const event = jsonEvent({ id: randomUUID(), type: 'FollowUpAssigned', data: { ...data }, metadata });
    return client.appendToStream(`${namespace}:${newStream()}`, event, { expectedRevision: NO_STREAM });
  };
  const appended = () =>
    store.append(
      newStream(),
      [{ eventId: randomUUID(), type: 'FollowUpAssigned', data, metadata: metadata as never }],
      'no-stream',
    );
  const commands: Round[] = [];
  const appends: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const baseline = await perSecond(bare);
    commands.push({ value: await perSecond(handled), baseline });
    appends.push({ value: await perSecond(appended), baseline });
  }
  await store.close();
  await client.dispose();
  // The first round warms the server up.
  return { commands: commands.slice(1), appends: appends.slice(1) };
};

export const kurrentdbCommands: Benchmark = {
  name: 'kurrentdb-commands',
  async *run() {
    const installed = eventStoreInstalled();
    if (installed !== true) return console.error(`kurrentdb-commands is skipped: ${installed}`);
    const server = await startEventStore();
    try {
      const { commands, appends } = await measure(server.connectionString);
      const what = "the client's own appends of the same events, 64 at once, each to a new stream";
      const name = 'commands into KurrentDB, 64 at once, each on a new stream';
      yield figureOf({ name, unit: 'commands/s', what, rounds: commands, targets: [atLeast('ratio', TARGET)] });
      yield figureOf({ name: 'appends of the adapter alone', unit: 'appends/s', what, rounds: appends });
    } finally {
      await server.close();
    }
  },
};
