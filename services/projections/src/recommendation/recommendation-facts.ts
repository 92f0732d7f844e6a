import type { IsoDate, IsoInstant, Position } from '@demarche/contracts';
import type { ViewWriter } from '../engine/projector.ts';

type RecommendationField =
  | 'response'
  | 'assessment'
  | 'sign-off'
  | 'closure'
  | 'pace'
  | 'tags'
  | 'raised'
  | 'promise'
  | 'action';

export interface NewFact {
  readonly reference: string;
  readonly field: RecommendationField;
  readonly occurredOn: IsoDate;
  /** What the fact can be found by again: the entry, engagement, promise or action. */
  readonly entryId: string;
  readonly code?: string;
  readonly period?: number;
  readonly value: unknown;
}

export interface Recording {
  readonly position: Position;
  readonly recordedAt: IsoInstant;
}

const INSERT = `INSERT INTO recommendation_fact
  (reference, field, occurred_on, from_position, entry_id, to_position, code, period, value, recorded_at)
  VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)`;

export const writeFact = (writer: ViewWriter, { position, recordedAt }: Recording, fact: NewFact): void => {
  const { reference, field, occurredOn, entryId, code = null, period = null, value } = fact;
  writer
    .prepare(INSERT)
    .run(reference, field, occurredOn, position, entryId, code, period, JSON.stringify(value), recordedAt);
};

/** All that stood under an id before a position: of the engagement itself, and of its promises by their numbers behind it. */
const UNDER = `entry_id BETWEEN ?1 AND ?1 || '.' AND to_position IS NULL AND from_position < ?2`;

const CLOSE = `UPDATE recommendation_fact SET to_position = ?2 WHERE ${UNDER}`;

/** Takes facts back from this position on. */
export const closeFacts = (writer: ViewWriter, entryId: string, position: Position): void => {
  writer.prepare(CLOSE).run(entryId, position);
};

const MOVE = `INSERT INTO recommendation_fact
  SELECT reference, field, ?3, ?2, entry_id, NULL, code, period, value, recorded_at
  FROM recommendation_fact WHERE ${UNDER}`;

/** Puts facts on another day: closed where they stood, and written anew. */
export const moveFacts = (writer: ViewWriter, entryId: string, position: Position, occurredOn: IsoDate): void => {
  const stray = writer
    .prepare(`SELECT 1 FROM recommendation_fact WHERE ${UNDER} AND occurred_on <> ?3 LIMIT 1`)
    .get(entryId, position, occurredOn);
  if (!stray) return;
  writer.prepare(MOVE).run(entryId, position, occurredOn);
  closeFacts(writer, entryId, position);
};
