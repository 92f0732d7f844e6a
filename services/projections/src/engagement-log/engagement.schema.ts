/** Versions of engagements, the countries engaged, and what one of us took on afterwards. */
export const engagementSchema = `
CREATE TABLE engagement (
  engagement_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  post TEXT NOT NULL,
  counterparts TEXT NOT NULL,
  content TEXT NOT NULL,
  logged_by TEXT NOT NULL,
  withdrawn TEXT,
  first_position INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  corrected_at TEXT,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER
);
CREATE UNIQUE INDEX engagement_by_id ON engagement (engagement_id, from_position);

CREATE TABLE engagement_country (
  country TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  engagement_id TEXT NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (country, occurred_on, from_position, engagement_id)
) WITHOUT ROWID;

CREATE TABLE follow_up (
  follow_up_id TEXT NOT NULL,
  engagement_id TEXT NOT NULL,
  what TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_on TEXT,
  -- the day on which it was done, and the position at which that was recorded
  done_on TEXT,
  done_position INTEGER,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (follow_up_id, from_position)
) WITHOUT ROWID;

CREATE TABLE follow_up_done (
  follow_up_id TEXT NOT NULL,
  content TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (follow_up_id, from_position)
) WITHOUT ROWID;
`;

export const engagementIndexes = `
CREATE INDEX engagement_by_day ON engagement (occurred_on, first_position, engagement_id, to_position, withdrawn)
  WHERE to_position IS NULL AND withdrawn IS NULL;
CREATE INDEX follow_up_open ON follow_up (due_on, follow_up_id) WHERE done_on IS NULL AND to_position IS NULL;
CREATE INDEX follow_up_by_day ON follow_up
  (occurred_on, done_on, done_position, due_on, follow_up_id, engagement_id, from_position, to_position);
`;
