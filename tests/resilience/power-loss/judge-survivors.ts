import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '@demarche/contracts';
import { type SqliteEventStore, sqliteEventStore } from '@demarche/event-store/sqlite';
import type { DiskAfterCut } from './disks-after-cuts.ts';

/** What the traced process had said by the moment of the cut. */
type Said = Pick<DiskAfterCut, 'asked' | 'held'>;

export interface Survivors {
  /** Everything that is wrong; what nobody was told is durable may be there or not. */
  readonly faults: readonly string[];
  /** Events that nobody was told of, and that are there all the same. */
  readonly unacknowledgedThere: number;
  /** Events that were asked for, that nobody was told of, and that are gone. */
  readonly unacknowledgedDropped: number;
}

/** Opens the record as a start does, and holds it against the history that was being recorded. */
export const judgeSurvivors = async (
  folder: string,
  history: readonly RecordedEvent[],
  { asked, held }: Said,
): Promise<Survivors> => {
  const file = join(folder, 'data', 'events.sqlite');
  let store: SqliteEventStore;
  try {
    store = sqliteEventStore({ file });
  } catch (error) {
    return { faults: [`does not open: ${(error as Error).message}`], unacknowledgedThere: 0, unacknowledgedDropped: 0 };
  }
  try {
    const found = await store.readAll(0, history.length + 1);
    const faults = [...faultsOfRecord(found, history, { asked, held }), ...(await faultsOfNext(store, found, history))];
    return {
      faults: [...faults, ...damageIn(file)],
      unacknowledgedThere: Math.max(0, found.length - held),
      unacknowledgedDropped: asked - Math.max(found.length, held),
    };
  } catch (error) {
    return {
      faults: [`cannot be read: ${(error as Error).message}`],
      unacknowledgedThere: 0,
      unacknowledgedDropped: 0,
    };
  } finally {
    await store.close();
  }
};

const faultsOfRecord = (found: readonly RecordedEvent[], history: readonly RecordedEvent[], said: Said): string[] => {
  const differs = found.findIndex((event, index) => JSON.stringify(event) !== JSON.stringify(history[index]));
  return [
    ...(found.length < said.held ? [`holds ${found.length} events, although ${said.held} were acknowledged`] : []),
    ...(found.length > said.asked ? [`holds ${found.length} events, although ${said.asked} were asked for`] : []),
    ...(differs < 0 ? [] : [`position ${differs + 1} is not what was recorded there`]),
  ];
};

/** The record goes on where it ends: what comes next in the history is taken, at the next position. */
const faultsOfNext = async (
  store: SqliteEventStore,
  found: readonly RecordedEvent[],
  history: readonly RecordedEvent[],
): Promise<string[]> => {
  const next = history[found.length];
  if (!next) return [];
  const answer = await store.append(next.stream, [next], next.revision === 0 ? 'no-stream' : next.revision - 1);
  return answer.outcome === 'appended' && answer.position === next.position
    ? []
    : [`does not go on: ${JSON.stringify(answer)}`];
};

const damageIn = (file: string): string[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const lines = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    return lines.map(({ integrity_check: line }) => line).filter((line) => line !== 'ok');
  } finally {
    database.close();
  }
};
