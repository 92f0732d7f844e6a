import { DatabaseSync } from 'node:sqlite';
import { type Blueprint, blueprintOf, VIEWS_APPLICATION_ID } from './engine-schema.ts';
import type { Projector } from './projector.ts';

export interface ViewFileState {
  /** `same`: built by these very views. `same-tables`: by other logic, but its tables can be read as theirs. */
  readonly fit: 'same' | 'same-tables' | 'other' | 'not-ours';
  readonly ready: boolean;
}

/** Looks at a file of views without changing it, whichever release wrote it. */
export const inspectViewFile = (file: string, projectors: readonly Projector[]): ViewFileState => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const application = database.prepare('PRAGMA application_id').get() as { application_id: number };
    if (application.application_id !== VIEWS_APPLICATION_ID) return { fit: 'not-ours', ready: false };
    const { ready } = database.prepare('SELECT ready FROM engine_checkpoint').get() as { ready: number };
    const stored = database
      .prepare('SELECT view, version, schema_hash AS schemaHash FROM engine_view ORDER BY view')
      .all();
    return { fit: fitOf(stored as unknown as Blueprint[], blueprintOf(projectors)), ready: ready === 1 };
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
