import type { DatabaseSync } from 'node:sqlite';
import { appendListeners } from '../../append-listeners.ts';
import { encodeAppend } from '../../encode-append.ts';
import { type AppendResult, type EventStore, StoreUnavailable } from '../../event-store.ts';
import { describeTrouble } from './describe-trouble.ts';
import { type AppendWork, eventTable } from './event-table.ts';
import { groupCommit } from './group-commit.ts';
import {
  CHOOSE_ANOTHER_FOLDER,
  openStoreFile,
  refusalFor,
  type StoreDurability,
  type StoreOrigin,
} from './open-store-file.ts';
import { SCHEMA_VERSION } from './store-schema.ts';
import { troubleOf } from './trouble-of.ts';
import { watchOtherWriters } from './watch-other-writers.ts';

export interface SqliteEventStoreOptions {
  /** Where the record lies, on a local disk. It is made when it is not there. */
  readonly file: string;
  /** How long an append waits for another process's write before it gives up as `StoreUnavailable`. */
  readonly busyTimeoutMs?: number;
  /** What is said to do instead with a file that is none of ours: by which setting it was chosen. */
  readonly chooseAnother?: string;
  /** How often to look for appends of other processes, while anybody listens: it takes some microseconds, and they wait for it. */
  readonly lookForOthersEveryMs?: number;
}

export interface SqliteEventStore extends EventStore {
  readonly durability: StoreDurability;
  readonly origin: StoreOrigin;
  /** What keeps events from being recorded. Where the last append failed, it is tried whether one could be written now. */
  trouble(): Promise<StoreUnavailable | null>;
}

/** So long SQLite itself waits, and holds up the process: as long as another program's ordinary write takes. */
const BLOCKED_MS = 20;

/** So many of the newest events are read at the start, which finds a file that was cut off or copied half. */
const READ_AT_START = 100;

/**
 * The record in one SQLite file. Several processes may open it. Appends that meet in one turn of the event loop share one
 * transaction and one fsync; each is answered for itself, after the commit. Once anything is found damaged, nothing more
 * is appended.
 * @throws StoreRefused when the file or the SQLite cannot be trusted
 */
export const sqliteEventStore = ({
  file,
  busyTimeoutMs = 2_000,
  chooseAnother = CHOOSE_ANOTHER_FOLDER,
  lookForOthersEveryMs = 15,
}: SqliteEventStoreOptions): SqliteEventStore => {
  const { database, table, ...opened } = openTable(file, busyTimeoutMs, chooseAnother);
  const listeners = appendListeners();
  const inTransaction = writeTransaction(database);
  let trouble: StoreUnavailable | null = null;
  let stopWatching: (() => void) | undefined;

  const failed = (error: unknown): StoreUnavailable => {
    const kind = troubleOf(error);
    const said = (error as Error).message;
    const failure = new StoreUnavailable(describeTrouble(kind, file, said), { cause: error, trouble: kind });
    if (trouble?.trouble !== 'damaged') trouble = failure;
    return failure;
  };
  const recording = <Answer>(work: () => Answer): Answer => {
    refuseUnusable();
    try {
      const answer = inTransaction(work);
      trouble = null;
      return answer;
    } catch (error) {
      throw failed(error);
    }
  };
  const refuseUnusable = () => {
    if (!database.isOpen) throw new StoreUnavailable('The event store is closed');
    if (trouble?.trouble === 'damaged') throw trouble;
  };
  const commits = groupCommit(
    (group: readonly AppendWork[]) => {
      const answers = recording(() => group.map(table.append));
      listeners.notify();
      return answers;
    },
    { ms: busyTimeoutMs, isPassing: (error) => (error as StoreUnavailable).trouble === 'locked' },
  );
  const answering = <Answer>(ask: () => Answer): Answer => {
    if (!database.isOpen) throw new StoreUnavailable('The event store is closed');
    try {
      return ask();
    } catch (error) {
      throw failed(error);
    }
  };

  return {
    ...opened,
    async append(stream, events, expected): Promise<AppendResult> {
      refuseUnusable();
      return commits.submit({ stream, events: encodeAppend(events), expected });
    },
    readStream: async (stream, from = 0) => answering(() => table.readStream(stream, Math.max(0, from))),
    readAll: async (after, limit) => answering(() => table.readAll(Math.max(0, after), Math.max(0, limit))),
    idAt: async (position) => answering(() => table.idAt(position)),
    head: async () => answering(table.head),
    async trouble() {
      if (trouble === null || trouble.trouble === 'damaged') return trouble;
      try {
        // Writes what stands there already, as an append would be written.
        recording(() => database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`));
        return null;
      } catch (error) {
        return error as StoreUnavailable;
      }
    },
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

const openTable = (file: string, busyTimeoutMs: number, chooseAnother: string) => {
  const { database, ...opened } = openStoreFile(file, busyTimeoutMs, chooseAnother);
  try {
    const table = eventTable(database);
    table.readAll(Math.max(0, table.head() - READ_AT_START), READ_AT_START);
    database.exec(`PRAGMA busy_timeout = ${Math.min(BLOCKED_MS, busyTimeoutMs)}`);
    return { database, table, ...opened };
  } catch (error) {
    database.close();
    throw refusalFor(error, file, chooseAnother);
  }
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
      throw error;
    }
  };
};
