import type { SearchHit } from '@demarche/contracts';
import type { ViewWriter } from '../engine/projector.ts';

export interface NewDocument {
  readonly kind: SearchHit['kind'];
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly countries: readonly string[];
  readonly occurredOn: string;
}

interface DocumentRow {
  readonly kind: SearchHit['kind'];
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly countries: string;
  readonly occurred_on: string;
}

/** More texts than one event can hold; makes the number of a text from its event's position, the same at every rebuild. */
const TEXTS_PER_EVENT = 1024;

const INSERT = `INSERT INTO search_document (number, kind, id, title, body, countries, occurred_on, from_position, to_position)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)`;

export const writeDocuments = (writer: ViewWriter, position: number, documents: readonly NewDocument[]): void => {
  const insert = writer.prepare(INSERT);
  const index = writer.prepare('INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)');
  for (const [place, { kind, id, title, body, countries, occurredOn }] of documents.entries()) {
    const number = position * TEXTS_PER_EVENT + place;
    insert.run(number, kind, id, title, body, JSON.stringify(countries), occurredOn, position);
    index.run(number, title, body);
  }
};

/** What stood before a position: of the record itself and, behind its reference, of what was born with it. */
const UNDER = `id BETWEEN ?1 AND ?1 || '.' AND to_position IS NULL AND from_position < ?2`;

export const closeDocuments = (writer: ViewWriter, id: string, position: number): void => {
  writer.prepare(`UPDATE search_document SET to_position = ?2 WHERE ${UNDER}`).run(id, position);
};

export const standingDocuments = (writer: ViewWriter, id: string, position: number): readonly NewDocument[] =>
  (
    writer
      .prepare(`SELECT * FROM search_document WHERE ${UNDER} ORDER BY number`)
      .all(id, position) as unknown as DocumentRow[]
  ).map(({ kind, title, body, countries, occurred_on, ...row }) => ({
    kind,
    id: row.id,
    title,
    body,
    countries: JSON.parse(countries) as string[],
    occurredOn: occurred_on,
  }));
