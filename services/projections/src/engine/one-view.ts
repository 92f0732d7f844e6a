import { renameSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Position } from '@demarche/contracts';
import type { Projector } from './projector.ts';
import { tablesOf } from './tables-of.ts';
import { openViewFile, removeViewFile, type ViewFile } from './view-file.ts';

/** Which view a file was made to build anew, and the position up to which it holds all the others. */
export interface OneView {
  readonly view: string;
  readonly until: Position;
}

/** The copy is one step: what is recorded meanwhile would begin it again and again. It is made outside this thread. */
const EVERYTHING = 2 ** 31 - 1;

/**
 * Makes a file that holds what the live one holds, but for one view, which it is about to build anew. It appears under
 * its name once it is whole, so that a copy cut short is never taken for views.
 * @param copy where it grows until then
 */
export const copyForOneView = async (
  live: string,
  { file, copy, projector }: { readonly file: string; readonly copy: string; readonly projector: Projector },
): Promise<OneView> => {
  removeViewFile(copy);
  const source = new DatabaseSync(live, { readOnly: true });
  try {
    await backup(source, copy, { rate: EVERYTHING });
  } finally {
    source.close();
  }
  const oneView = emptyView(copy, projector);
  removeViewFile(file);
  renameSync(copy, file);
  return oneView;
};

const emptyView = (file: string, { view, schema, indexes = '' }: Projector): OneView => {
  const database = new DatabaseSync(file);
  try {
    const drop = tablesOf(schema).map((table) => `DROP TABLE "${table}";`);
    database.exec(`BEGIN IMMEDIATE;
      DROP TABLE IF EXISTS engine_one_view;
      CREATE TABLE engine_one_view (view TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
      ${drop.join('\n')}
      ${schema}
      ${indexes}`);
    const { until } = database.prepare('SELECT position AS until FROM engine_checkpoint').get() as { until: Position };
    database.prepare('INSERT INTO engine_one_view (view, until) VALUES (?, ?)').run(view, until);
    for (const table of ['engine_parked_stream', 'engine_parked_event'])
      database.prepare(`DELETE FROM ${table} WHERE view = ?`).run(view);
    // Everything is read from the beginning, so that checkpoint and moments come out as they were.
    database.exec(`UPDATE engine_checkpoint SET position = 0, events = 0, ready = 0; DELETE FROM engine_moment;
      COMMIT; PRAGMA user_version = 0; PRAGMA wal_checkpoint(TRUNCATE)`);
    return { view, until };
  } finally {
    database.close();
  }
};

/** What a file was made to build, where that is one view. */
export const oneViewIn = (database: DatabaseSync): OneView | undefined => {
  const made = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'engine_one_view'`).get();
  return made && (database.prepare('SELECT view, until FROM engine_one_view').get() as unknown as OneView);
};

/**
 * Opens such a file: up to where it was copied, events reach the one view alone; from there on, all of them.
 * @param projectors all, as for any file of views
 */
export const openOneViewFile = (file: string, projectors: readonly Projector[], { view, until }: OneView): ViewFile => {
  const whole = openViewFile(file, projectors);
  let alone: ViewFile | undefined = openViewFile(
    file,
    projectors.filter((projector) => projector.view === view),
  );
  const joinTheOthers = () => {
    alone?.close();
    alone = undefined;
  };
  if (whole.checkpoint() >= until) joinTheOthers();

  return {
    ...whole,
    apply(events) {
      if (!alone) return whole.apply(events);
      const missed = events.filter(({ position }) => position <= until);
      const applied = alone.apply(missed);
      if (applied.position < until) return applied;
      joinTheOthers();
      return whole.apply(events.slice(missed.length));
    },
    prepareForBuilding() {
      whole.prepareForBuilding();
      alone?.prepareForBuilding();
    },
    close() {
      joinTheOthers();
      whole.close();
    },
    remove() {
      joinTheOthers();
      whole.remove();
    },
  };
};
