import { DatabaseSync } from 'node:sqlite';
import { type Blueprint, blueprintOf, VIEWS_APPLICATION_ID } from './engine-schema.ts';
import { isDamage, isFileTrouble } from './in-transaction.ts';
import { type OneView, oneViewIn } from './one-view.ts';
import type { Projector } from './projector.ts';

export interface ViewFileState {
  /** `same`: built by these very views. `same-tables`: by other logic, but its tables can be read as theirs. */
  readonly fit: 'same' | 'same-tables' | 'other' | 'not-ours';
  readonly ready: boolean;
  /** The view that it was made to build anew, where it is not all. */
  readonly oneView?: OneView | undefined;
  /** Its building was called off: it is gone on with when somebody asks, and not by itself. */
  readonly calledOff: boolean;
  /** It was written to without waiting for the disk, and not closed: a power cut may have left anything in it. */
  readonly unsafe: boolean;
}

const NOT_OURS: ViewFileState = { fit: 'not-ours', ready: false, calledOff: false, unsafe: false };

/** It lies among the views under a name of theirs, and is of no use: the next that are built replace it. */
const DAMAGED: ViewFileState = { fit: 'other', ready: false, calledOff: false, unsafe: false };

/** Looks at a file of views without changing it, whichever release wrote it, or damaged it. */
export const inspectViewFile = (file: string, projectors: readonly Projector[]): ViewFileState => {
  try {
    return stateOf(file, projectors);
  } catch (error) {
    if (isDamage(error)) return DAMAGED;
    // What cannot even be looked at is not touched.
    if (isFileTrouble(error)) return NOT_OURS;
    throw error;
  }
};

const stateOf = (file: string, projectors: readonly Projector[]): ViewFileState => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const application = database.prepare('PRAGMA application_id').get() as { application_id: number };
    if (application.application_id !== VIEWS_APPLICATION_ID) return NOT_OURS;
    const { ready } = database.prepare('SELECT ready FROM engine_checkpoint').get() as { ready: number };
    const { user_version: mark } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    const stored = database
      .prepare('SELECT view, version, schema_hash AS schemaHash FROM engine_view ORDER BY view')
      .all();
    return {
      fit: fitOf(stored as unknown as Blueprint[], blueprintOf(projectors)),
      ready: ready === 1,
      oneView: oneViewIn(database),
      calledOff: mark === CALLED_OFF,
      unsafe: mark >= UNSAFE,
    };
  } finally {
    database.close();
  }
};

const CALLED_OFF = 1;

/** The `user_version` of a file that is unsafe as long as it is open; a higher one is too. */
export const UNSAFE = 2;

/** Writes into a closed, unfinished file whether its building was called off. */
export const markCalledOff = (file: string, calledOff: boolean): void => {
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA user_version = ${calledOff ? CALLED_OFF : 0}`);
  } finally {
    database.close();
  }
};

const fitOf = (stored: readonly Blueprint[], expected: readonly Blueprint[]): ViewFileState['fit'] => {
  if (tablesOf(stored) !== tablesOf(expected)) return 'other';
  return stored.every(({ version }, index) => version === expected[index]?.version) ? 'same' : 'same-tables';
};

const tablesOf = (blueprint: readonly Blueprint[]): string =>
  blueprint.map(({ view, schemaHash }) => `${view} ${schemaHash}`).join();
