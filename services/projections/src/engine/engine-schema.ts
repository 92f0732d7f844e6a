import { createHash } from 'node:crypto';
import type { Projector } from './projector.ts';

/** "DMVW" in ASCII: marks the file as Demarche's views. */
export const VIEWS_APPLICATION_ID = 0x444d5657;

/** The engine's own tables. Everything else in the file belongs to projectors and counts as content. */
export const ENGINE_PREFIX = 'engine_';

export const ENGINE_SCHEMA = `
  CREATE TABLE engine_checkpoint (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    position INTEGER NOT NULL,
    events   INTEGER NOT NULL,
    -- 0 while the file is being built and must not answer questions
    ready    INTEGER NOT NULL,
    -- 0 while what only questions and amending events look up has no index yet
    indexed  INTEGER NOT NULL
  ) STRICT;
  INSERT INTO engine_checkpoint VALUES (1, 0, 0, 0, 1);

  -- Amending events that wait for the indexes, as they were recorded.
  CREATE TABLE engine_put_aside (
    position INTEGER NOT NULL,
    view     TEXT    NOT NULL,
    event    TEXT    NOT NULL,
    PRIMARY KEY (position, view)
  ) STRICT;

  CREATE TABLE engine_view (
    view        TEXT PRIMARY KEY,
    version     INTEGER NOT NULL,
    schema_hash TEXT    NOT NULL
  ) STRICT;

  -- One row for each distinct moment of record, in milliseconds since 1970; position is the last one recorded by then.
  CREATE TABLE engine_moment (
    at       INTEGER PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE engine_parked_stream (
    view       TEXT    NOT NULL,
    stream     TEXT    NOT NULL,
    since      TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    event_type TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    PRIMARY KEY (view, stream)
  ) STRICT, WITHOUT ROWID;

  -- The event that could not be taken and those held back behind it, as they were recorded.
  CREATE TABLE engine_parked_event (
    view     TEXT    NOT NULL,
    position INTEGER NOT NULL,
    stream   TEXT    NOT NULL,
    event    TEXT    NOT NULL,
    PRIMARY KEY (view, position)
  ) STRICT;
  CREATE INDEX engine_parked_event_by_stream ON engine_parked_event (view, stream);
`;

/** What a file of views was built by. A file built by anything else is built again. */
export interface Blueprint {
  readonly view: string;
  readonly version: number;
  readonly schemaHash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const blueprintOf = (projectors: readonly Projector[]): readonly Blueprint[] =>
  projectors
    .map(({ view, version, schema, indexes = '' }) => ({
      view,
      version,
      schemaHash: sha256(`${ENGINE_SCHEMA}\n${schema}\n${indexes}`),
    }))
    .sort((a, b) => (a.view < b.view ? -1 : 1));
