import type { TimelineKind } from '@demarche/contracts';
import type { ViewWriter } from '../engine/projector.ts';

export interface NewEntry {
  readonly entry: string;
  readonly root: string;
  readonly kind: Exclude<TimelineKind, 'promise-overdue'>;
  readonly occurredOn: string;
  /** Countries and recommendations in whose timelines it stands. */
  readonly subjects: readonly string[];
}

/** When the entry was first recorded; a correction does not change it. */
export interface FirstRecorded {
  readonly position: number;
  readonly recordedAt: string;
}

const INSERT = `INSERT INTO timeline_entry
  (subject, occurred_on, position, entry, from_position, to_position, kind, root, recorded_at) VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?)`;

export const writeEntry = (
  writer: ViewWriter,
  { entry, root, kind, occurredOn, subjects }: NewEntry,
  from: number,
  { position, recordedAt }: FirstRecorded,
): void => {
  const insert = writer.prepare(INSERT);
  for (const subject of new Set(subjects))
    insert.run(subject, occurredOn, position, entry, from, kind, root, recordedAt);
};

export interface StandingEntry {
  readonly subject: string;
  readonly occurred_on: string;
  readonly position: number;
  readonly entry: string;
  readonly kind: NewEntry['kind'];
  readonly root: string;
  readonly recorded_at: string;
}

/** What stood before a position: of the record itself and of what was born with it, by its number behind the reference. */
const UNDER = `root BETWEEN ?1 AND ?1 || '.' AND to_position IS NULL AND from_position < ?2`;

export const standingEntries = (writer: ViewWriter, root: string, position: number): readonly StandingEntry[] =>
  writer
    .prepare(`SELECT * FROM timeline_entry WHERE ${UNDER} ORDER BY position, entry, subject`)
    .all(root, position) as unknown as StandingEntry[];

/** Takes the entries of a record out of all timelines, from this position on. */
export const closeEntries = (writer: ViewWriter, root: string, position: number): void => {
  writer.prepare(`UPDATE timeline_entry SET to_position = ?2 WHERE ${UNDER}`).run(root, position);
};

/** The same for the record's own entry alone. */
export const closeOwnEntry = (writer: ViewWriter, root: string, position: number): void => {
  writer
    .prepare(
      'UPDATE timeline_entry SET to_position = ?2 WHERE root = ?1 AND entry = ?1 AND to_position IS NULL AND from_position < ?2',
    )
    .run(root, position);
};

/** Where and when the record's own entry was first recorded. */
export const firstRecorded = (writer: ViewWriter, root: string): FirstRecorded => {
  const row = writer
    .prepare(
      'SELECT position, recorded_at AS recordedAt FROM timeline_entry WHERE root = ? AND entry = root AND to_position IS NULL LIMIT 1',
    )
    .get(root) as FirstRecorded | undefined;
  if (!row) throw new Error(`${root} was changed, and nothing is on record under that reference.`);
  return row;
};

/** Keeps the place of a record to which entries are added later. */
export const keepRoot = (
  writer: ViewWriter,
  { root, subjects }: NewEntry,
  { position, recordedAt }: FirstRecorded,
): void => {
  const recommendations = subjects.filter(isRecommendation);
  writer
    .prepare('INSERT INTO timeline_root (root, position, recorded_at, recommendations) VALUES (?, ?, ?, ?)')
    .run(root, position, recordedAt, JSON.stringify(recommendations));
};

const ROOT = 'SELECT position, recorded_at AS recordedAt, recommendations FROM timeline_root WHERE root = ?';

const rootOf = (writer: ViewWriter, root: string): FirstRecorded & { readonly recommendations: string } => {
  const row = writer.prepare(ROOT).get(root);
  if (!row) throw new Error(`Something was added to ${root}, and nothing is on record under that reference.`);
  return row as unknown as FirstRecorded & { recommendations: string };
};

/** The place of a record to which an entry is added. */
export const placeOfRoot = (writer: ViewWriter, root: string): FirstRecorded => rootOf(writer, root);

/** The recommendations in whose timelines a record stands to which an entry is added. */
export const recommendationsOfRoot = (writer: ViewWriter, root: string): readonly string[] =>
  JSON.parse(rootOf(writer, root).recommendations) as string[];

/** A subject is a country's code of three letters, or the reference of a recommendation. */
export const isRecommendation = (subject: string): boolean => subject.length > 3;
