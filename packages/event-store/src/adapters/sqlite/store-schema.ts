/** "DMEV" in ASCII: marks the file as Demarche's event store. */
export const APPLICATION_ID = 0x444d4556;

export const SCHEMA_VERSION = 2;

/** What brings a file of an earlier version one version on. Nothing that is recorded is touched. */
export const SCHEMA_UPGRADES: Readonly<Record<number, string>> = {
  1: 'ALTER TABLE events ADD COLUMN checksum INTEGER',
};

/**
 * Positions are row ids given out inside the write transaction, so position order is commit order; as no row can ever
 * go, they have no gaps. Streams are numbered as they begin, so that what is written together lies together in the index:
 * with names in it, a shared commit wrote half as many pages again. The triggers keep invariant 1 against any program
 * that opens the file.
 */
export const STORE_SCHEMA = `
  CREATE TABLE streams (
    id   INTEGER PRIMARY KEY,
    name TEXT    NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream   INTEGER NOT NULL REFERENCES streams (id),
    revision INTEGER NOT NULL,
    event_id BLOB    NOT NULL UNIQUE CHECK (length(event_id) = 16),
    type     TEXT    NOT NULL,
    data     TEXT    NOT NULL,
    metadata TEXT    NOT NULL,
    checksum INTEGER,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'An event is never changed: record a correction instead'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'An event is never deleted: record a withdrawal instead'); END;
  CREATE TRIGGER streams_are_never_renamed BEFORE UPDATE ON streams
    BEGIN SELECT RAISE(ABORT, 'A stream is never changed'); END;
  CREATE TRIGGER streams_are_never_deleted BEFORE DELETE ON streams
    BEGIN SELECT RAISE(ABORT, 'A stream is never deleted'); END;
`;
