import type { DatabaseSync } from 'node:sqlite';
import { appendListeners } from '../../append-listeners.ts';
import { encodeAppend } from '../../encode-append.ts';
import { type AppendResult, type EventStore, StoreUnavailable } from '../../event-store.ts';
import { type AppendWork, eventTable } from './event-table.ts';
import { groupCommit } from './group-commit.ts';
import { openStoreFile, type StoreDurability } from './open-store-file.ts';
import { watchOtherWriters } from './watch-other-writers.ts';

export interface SqliteEventStoreOptions {
  /** Where the record lies, on a local disk. It is made when it is not there. */
  readonly file: string;
  /** How long an append waits for another process's write before it gives up as `StoreUnavailable`. */
  readonly busyTimeoutMs?: number;
  /** How often to look for appends of other processes, while anybody listens. */
  readonly lookForOthersEveryMs?: number;
}

export interface SqliteEventStore extends EventStore {
  readonly durability: StoreDurability;
}

/**
 * The record in one SQLite file. Several processes may open it. Appends that meet in one turn of the event loop share one
 * transaction and one fsync; each is answered for itself, after the commit.
 * @throws StoreRefused when the file or the SQLite cannot be trusted
 */
export const sqliteEventStore = ({
  file,
  busyTimeoutMs = 2_000,
  lookForOthersEveryMs = 200,
}: SqliteEventStoreOptions): SqliteEventStore => {
  const { database, durability } = openStoreFile(file, busyTimeoutMs);
  const table = eventTable(database);
  const inTransaction = writeTransaction(database);
  const listeners = appendListeners();
  const commits = groupCommit((group: readonly AppendWork[]) => {
    const answers = inTransaction(() => group.map(table.append));
    listeners.notify();
    return answers;
  });
  let stopWatching: (() => void) | undefined;

  const answering = <Answer>(ask: () => Answer): Answer => {
    if (!database.isOpen) throw new StoreUnavailable('The event store is closed');
    try {
      return ask();
    } catch (error) {
      throw unavailable(error);
    }
  };

  return {
    durability,
    async append(stream, events, expected): Promise<AppendResult> {
      if (!database.isOpen) throw new StoreUnavailable('The event store is closed');
      return commits.submit({ stream, events: encodeAppend(events), expected });
    },
    readStream: async (stream, from = 0) => answering(() => table.readStream(stream, from)),
    readAll: async (after, limit) => answering(() => table.readAll(after, limit)),
    head: async () => answering(table.head),
    onAppended(listener) {
      const remove = listeners.add(listener);
      stopWatching ??= watchOtherWriters(database, lookForOthersEveryMs, listeners.notify);
      return () => {
        remove();
        if (listeners.size() > 0) return;
        stopWatching?.();
        stopWatching = undefined;
      };
    },
    async close() {
      if (!database.isOpen) return;
      stopWatching?.();
      commits.flush();
      database.close();
    },
  };
};

/** Makes a way to do work in one write transaction, all of it or none. */
const writeTransaction = (database: DatabaseSync) => {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  return <Answer>(work: () => Answer): Answer => {
    try {
      begin.run();
      const answer = work();
      commit.run();
      return answer;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw unavailable(error);
    }
  };
};

const unavailable = (error: unknown): StoreUnavailable =>
  new StoreUnavailable(`The event store cannot be used at the moment: ${(error as Error).message}`, { cause: error });
