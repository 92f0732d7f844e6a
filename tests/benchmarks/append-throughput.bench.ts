import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type CommandId, type RecordedEvent, StreamName } from '@demarche/contracts';
import { handleCommand } from '@demarche/event-store';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { assignFollowUp, envelopeOf, followUps } from './assign-follow-up.ts';
import type { Benchmark } from './benchmark.ts';
import { atLeast, figureOf } from './benchmark.ts';
import { clearFolder, temporaryFolder } from './cleared-at-exit.ts';

/** Many short ones, ours and the baseline in turns: what else the machine does then meets both alike. */
const ROUNDS = 21;
/** Of its baseline. */
const TARGET = { 1: 0.7, 64: 4 } as const;
const COMMANDS_EACH_ROUND = { 1: 400, 64: 6_400 } as const;
/** So many commands go to one engagement before the next begins: a command reads what was recorded before it. */
const COMMANDS_ON_A_STREAM = 5;

/** Commands a second through `handleCommand` into the SQLite store, each acknowledged once durable. */
const commandsPerSecond = async (
  file: string,
  appenders: 1 | 64,
): Promise<{ rate: number; events: readonly RecordedEvent[] }> => {
  const store = sqliteEventStore({ file });
  const commands = COMMANDS_EACH_ROUND[appenders];
  const clock = { now: () => new Date().toISOString() };
  let sent = 0;
  const appender = async () => {
    let stream = StreamName.parse(`engagement-${randomUUID()}`);
    for (let own = 0; sent < commands; own += 1) {
      sent += 1;
      if (own % COMMANDS_ON_A_STREAM === 0) stream = StreamName.parse(`engagement-${randomUUID()}`);
      const commandId = randomUUID() as string as CommandId;
      const envelope = envelopeOf(commandId);
      const command = assignFollowUp;
      const result = await handleCommand({ store, clock, decider: followUps, stream, command, envelope });
      if (result.outcome !== 'recorded') throw new Error(`A command was not recorded but ${result.outcome}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: appenders }, appender));
  const rate = commands / ((performance.now() - start) / 1_000);
  const events = await store.readAll(0, COMMANDS_EACH_ROUND[1]);
  await store.close();
  return { rate, events };
};

/** The same bytes, inserted by nothing but `node:sqlite`: one row, one transaction, the same durability, no index. */
const bareInsertsPerSecond = (file: string, events: readonly RecordedEvent[]): number => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(
    'CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT, revision INTEGER, id TEXT, type TEXT, data TEXT, metadata TEXT)',
  );
  const insert = database.prepare(
    'INSERT INTO events (stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const rows = events.map((event) => {
    const { stream, revision, eventId, type, data, metadata } = event;
    return [stream, revision, eventId, type, JSON.stringify(data), JSON.stringify(metadata)] as const;
  });
  const start = performance.now();
  for (const row of rows) insert.run(...row);
  const rate = rows.length / ((performance.now() - start) / 1_000);
  database.close();
  return rate;
};

const measure = async (folder: string, appenders: 1 | 64) => {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { rate, events } = await commandsPerSecond(join(folder, `ours-${appenders}-${round}.db`), appenders);
    const baseline = bareInsertsPerSecond(join(folder, `bare-${appenders}-${round}.db`), events);
    rounds.push({ value: rate, baseline });
  }
  // The first round warms the machine up.
  return rounds.slice(1);
};

export const appendThroughput: Benchmark = {
  name: 'append-throughput',
  async *run() {
    const folder = temporaryFolder();
    try {
      for (const appenders of [1, 64] as const) {
        yield figureOf({
          name: `durable commands, ${appenders} at once`,
          unit: 'commands/s',
          what: 'bare node:sqlite, one insert of the same bytes per transaction, WAL, synchronous=FULL',
          rounds: await measure(folder, appenders),
          targets: [atLeast('ratio', TARGET[appenders])],
        });
      }
    } finally {
      clearFolder(folder);
    }
  },
};
