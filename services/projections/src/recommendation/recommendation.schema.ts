import { RECORD_STATE } from './record-state.ts';

/**
 * Versions of what reports ask, and one row of `recommendation_fact` for each value that a field of a recommendation took.
 * Long rows lie in the order in which they came, and only their short keys are sorted.
 */
export const recommendationSchema = `
CREATE TABLE report_edition (
  report_id TEXT NOT NULL,
  country TEXT NOT NULL,
  report_year INTEGER NOT NULL,
  listed INTEGER NOT NULL,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (country, report_year, from_position)
) WITHOUT ROWID;

CREATE TABLE recommendation (
  reference TEXT NOT NULL,
  report_id TEXT NOT NULL,
  country TEXT NOT NULL,
  report_year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  pillars TEXT NOT NULL,
  withdrawn INTEGER NOT NULL,
  occurred_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (reference, from_position)
) WITHOUT ROWID;

CREATE TABLE recommendation_fact (
  reference TEXT NOT NULL,
  field TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  to_position INTEGER,
  code TEXT,
  period INTEGER,
  value TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);

CREATE TABLE recommendation_now (
  reference TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL,
  country TEXT NOT NULL,
  report_year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  pillars TEXT NOT NULL,
  response TEXT NOT NULL,
  assessed_status TEXT,
  assessed_period INTEGER,
  withdrawn INTEGER NOT NULL,
  closure TEXT,
  succeeded_by TEXT,
  current INTEGER NOT NULL,
  -- the days of the values above, so that an earlier one recorded late does not take their place
  tagged_on TEXT,
  responded_on TEXT,
  assessed_on TEXT,
  closed_on TEXT,
  record_state TEXT GENERATED ALWAYS AS (${RECORD_STATE}) VIRTUAL
) WITHOUT ROWID;
`;

/** Facts are looked up by questions, and by what takes them back. A report's own events find its recommendations by their references. */
export const recommendationIndexes = `
CREATE INDEX recommendation_by_report ON recommendation (report_id);
CREATE INDEX recommendation_now_by_country ON recommendation_now (country, report_year, ordinal);
CREATE INDEX recommendation_fact_by_reference ON recommendation_fact (reference, field, occurred_on, from_position);
CREATE INDEX recommendation_fact_by_entry ON recommendation_fact (entry_id);
`;
