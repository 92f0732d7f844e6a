import type { CommitmentKind, CommitmentState, DeliveryReviewed, Officer, Position } from '@demarche/contracts';
import type { ProjectedEvent, ViewWriter } from '../engine/projector.ts';

export interface NewCommitment {
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly origin: string;
  readonly force: string | null;
  readonly occurredOn: string;
  readonly dueOn: string | null;
  readonly countries: readonly string[];
  readonly content: unknown;
}

const INSERT = `INSERT INTO commitment
  (commitment_id, kind, origin_id, force, due_on, content, recorded_at, state, occurred_on, from_position)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)`;

export const openCommitment = (
  writer: ViewWriter,
  { position, recordedAt }: ProjectedEvent,
  commitment: NewCommitment,
): void => {
  const { id, kind, origin, force, occurredOn, dueOn, countries, content } = commitment;
  writer.prepare(INSERT).run(id, kind, origin, force, dueOn, JSON.stringify(content), recordedAt, occurredOn, position);
  const bind = writer.prepare('INSERT OR IGNORE INTO commitment_country (country, commitment_id) VALUES (?, ?)');
  for (const country of countries) bind.run(country, id);
};

/** All commitments of an engagement or an instrument, by their numbers behind its reference. */
const UNDER = `commitment_id BETWEEN ?1 || '-' AND ?1 || '.' AND origin_id = ?1 AND to_position IS NULL`;

/** A commitment was made on the day of its engagement or its text, and moves with it. */
export const moveUnder = (writer: ViewWriter, origin: string, occurredOn: string, position: number): void => {
  writer
    .prepare(
      `INSERT INTO commitment SELECT commitment_id, kind, origin_id, force, due_on, content, recorded_at, state, ended_on, ended_position, delivery, reviewed_on, ?2, ?3, NULL
       FROM commitment WHERE ${UNDER} AND occurred_on <> ?2`,
    )
    .run(origin, occurredOn, position);
  writer
    .prepare(`UPDATE commitment SET to_position = ?3 WHERE ${UNDER} AND occurred_on <> ?2 AND from_position < ?3`)
    .run(origin, occurredOn, position);
};

export const closeUnder = (writer: ViewWriter, origin: string, position: number): void => {
  writer.prepare(`UPDATE commitment SET to_position = ?2 WHERE ${UNDER}`).run(origin, position);
};

/** The version that stands, unless it has such a fact of a later day. The whole key is named: SQLite then needs no list of the rows that it is to change, which costs more than all else. */
const UNLESS_LATER = (day: string): string =>
  `commitment_id = ?1 AND from_position = (SELECT max(v.from_position) FROM commitment v WHERE v.commitment_id = ?1)
   AND to_position IS NULL AND (${day} IS NULL OR ${day} <= ?2)`;

const READY = {
  end: `UPDATE commitment SET state = ?3, ended_on = ?2, ended_position = ?4 WHERE ${UNLESS_LATER('ended_on')}`,
  review: `UPDATE commitment SET delivery = ?3, reviewed_on = ?2 WHERE ${UNLESS_LATER('reviewed_on')}`,
} as const;

/** Takes over into the plain columns what was just written. A review of one country says nothing of the whole. */
const takeOver = (writer: ViewWriter, fact: CommitmentFact, position: Position): void => {
  const { commitmentId, field, occurredOn, code, country } = fact;
  if (field === 'end') writer.prepare(READY.end).run(commitmentId, occurredOn, code, position);
  else if (country === null) writer.prepare(READY.review).run(commitmentId, occurredOn, code);
};

interface CommitmentFact {
  readonly commitmentId: string;
  readonly field: 'review' | 'end';
  readonly occurredOn: string;
  readonly code: string;
  readonly country: string | null;
  readonly value: unknown;
}

const writeFact = (writer: ViewWriter, { position, eventId }: ProjectedEvent, fact: CommitmentFact): void => {
  writer
    .prepare(
      'INSERT INTO commitment_fact (commitment_id, field, occurred_on, from_position, event_id, code, country, value, to_position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)',
    )
    .run(
      fact.commitmentId,
      fact.field,
      fact.occurredOn,
      position,
      eventId,
      fact.code,
      fact.country,
      JSON.stringify(fact.value),
    );
  takeOver(writer, fact, position);
};

export const review = (writer: ViewWriter, data: DeliveryReviewed['data'], recorded: ProjectedEvent): void => {
  const { commitmentId, occurredOn, country, delivery, rationale, evidence, reviewedBy } = data;
  const value = { occurredOn, country, delivery, rationale, evidence, reviewedBy };
  writeFact(writer, recorded, { commitmentId, field: 'review', occurredOn, code: delivery, country, value });
};

export interface Ending {
  readonly commitmentId: string;
  readonly occurredOn: string;
  readonly explanation: string;
  readonly state: CommitmentState;
  readonly by: Officer;
}

export const end = (writer: ViewWriter, recorded: ProjectedEvent, ending: Ending): void => {
  const { commitmentId, occurredOn, explanation, state, by } = ending;
  writeFact(writer, recorded, {
    commitmentId,
    field: 'end',
    occurredOn,
    code: state,
    country: null,
    value: { occurredOn, explanation, by },
  });
};
