/** How recommendations stand to those of the report before, over spans of days; and on which pair of reports that rests. */
export const lineageSchema = `
CREATE TABLE lineage_basis (
  report_id TEXT NOT NULL,
  previous_id TEXT,
  stamp TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (report_id, from_position)
) WITHOUT ROWID;

CREATE TABLE lineage (
  reference TEXT NOT NULL,
  previous TEXT,
  relation TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  until_on TEXT,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  PRIMARY KEY (reference, from_position, occurred_on)
) WITHOUT ROWID;
CREATE INDEX lineage_by_previous ON lineage (previous);
`;
