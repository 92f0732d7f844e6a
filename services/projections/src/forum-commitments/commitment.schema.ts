/** Versions of forum texts and of commitments, bilateral promises included, with what became of them. */
export const commitmentSchema = `
CREATE TABLE instrument (
  instrument_id TEXT NOT NULL,
  forum TEXT NOT NULL,
  document_symbol TEXT NOT NULL,
  session TEXT,
  title TEXT NOT NULL,
  source_address TEXT,
  recorded_by TEXT NOT NULL,
  first_position INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  corrected_at TEXT,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (instrument_id, from_position)
) WITHOUT ROWID;

CREATE TABLE commitment (
  commitment_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  origin_id TEXT NOT NULL,
  force TEXT,
  due_on TEXT,
  content TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  state TEXT NOT NULL,
  -- the day of the end that counts, and the position at which that was recorded
  ended_on TEXT,
  ended_position INTEGER,
  delivery TEXT,
  -- the day of the review that counts
  reviewed_on TEXT,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (commitment_id, from_position)
) WITHOUT ROWID;

CREATE TABLE commitment_country (
  country TEXT NOT NULL,
  commitment_id TEXT NOT NULL,
  PRIMARY KEY (country, commitment_id)
) WITHOUT ROWID;
CREATE INDEX commitment_country_by_commitment ON commitment_country (commitment_id);

CREATE TABLE commitment_fact (
  commitment_id TEXT NOT NULL,
  field TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  event_id TEXT NOT NULL,
  code TEXT NOT NULL,
  country TEXT,
  value TEXT NOT NULL,
  to_position INTEGER
);
CREATE UNIQUE INDEX commitment_fact_by_commitment ON commitment_fact (commitment_id, field, occurred_on, from_position);
`;

export const commitmentIndexes = `
CREATE INDEX commitment_open ON commitment (due_on, commitment_id, kind) WHERE state = 'open' AND to_position IS NULL;
CREATE INDEX commitment_by_day ON commitment
  (occurred_on, ended_on, ended_position, due_on, kind, commitment_id, from_position, to_position);
`;
