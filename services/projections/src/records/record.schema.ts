/** `horizon` holds the last day on which anything happened that lay ahead of its own recording, should there be such. */
export const recordSchema = `
CREATE TABLE record_event (
  position INTEGER NOT NULL PRIMARY KEY,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL
);

CREATE TABLE country_held (
  country TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  recorded_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE horizon (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), occurred_on TEXT NOT NULL);
INSERT INTO horizon (one, occurred_on) VALUES (1, '0000-00-00');
`;

export const recordIndexes = 'CREATE INDEX record_event_by_stream ON record_event (stream, position, revision);';
