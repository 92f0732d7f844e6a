/**
 * Where an entry stands in the timeline of a country or a recommendation. What the entry says is read from the view that
 * keeps the record. `entry` is the entry's own id, `root` the record on which it hangs, `position` that at which the entry
 * was first recorded. `timeline_root` keeps that place for records to which entries are added later, and the
 * recommendations in whose timelines these stand.
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
  recorded_at TEXT NOT NULL
);

CREATE TABLE timeline_root (
  root TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  recommendations TEXT NOT NULL
) WITHOUT ROWID;
`;

/** Entries are looked up by questions and by what corrects or withdraws them. */
export const timelineIndexes = `
CREATE INDEX timeline_entry_by_subject ON timeline_entry
  (subject, occurred_on, position, entry, from_position, to_position, kind);
CREATE INDEX timeline_entry_by_root ON timeline_entry (root);
`;
