/** Versions of each country's report of each year, without its list, which the recommendations keep; and the differing texts that were received for it. */
export const countryReportSchema = `
CREATE TABLE country_report (
  report_id TEXT NOT NULL,
  country TEXT NOT NULL,
  report_year INTEGER NOT NULL,
  country_name TEXT NOT NULL,
  placement TEXT,
  basis TEXT NOT NULL,
  section TEXT NOT NULL,
  published TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  corrected_at TEXT,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (country, report_year, from_position)
) WITHOUT ROWID;

CREATE TABLE rewording (
  rewording_id TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL,
  country TEXT NOT NULL,
  content TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER
) WITHOUT ROWID;
CREATE INDEX rewording_by_report ON rewording (report_id);

CREATE TABLE rewording_review (
  rewording_id TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER
) WITHOUT ROWID;
`;
