/** `horizon` holds the last day on which anything happened that lay ahead of its own recording, should there be such. */
export const recordSchema = `
CREATE TABLE record_event (
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (stream, revision)
) WITHOUT ROWID;

CREATE TABLE country_held (
  country TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  recorded_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE horizon (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), occurred_on TEXT NOT NULL);
INSERT INTO horizon (one, occurred_on) VALUES (1, '0000-00-00');
`;
