/**
 * Texts by the versions in which they stood, and the words of them. The index keeps no text of its own, and no entry is
 * taken out of it: a version that no longer stands is passed over by its positions.
 */
export const searchSchema = `
CREATE TABLE search_document (
  number INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  countries TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER
);
CREATE INDEX search_document_country ON search_document (id, title) WHERE kind = 'country';

CREATE VIRTUAL TABLE search_index USING fts5 (title, body, content = '', tokenize = 'unicode61 remove_diacritics 2');
`;

export const searchIndexes = 'CREATE INDEX search_document_by_id ON search_document (id);';
