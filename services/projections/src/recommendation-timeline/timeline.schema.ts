/**
 * Where an entry stands in the timeline of a country or a recommendation. What the entry says is read from the view that
 * keeps the record. `entry` is the entry's own id, `root` the record on which it hangs.
 */
export const timelineSchema = `
CREATE TABLE timeline_entry (
  subject TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  position INTEGER NOT NULL,
  entry TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER,
  kind TEXT NOT NULL,
  root TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (subject, occurred_on, position, entry, from_position)
) WITHOUT ROWID;
CREATE INDEX timeline_entry_by_root ON timeline_entry (root);
`;
