import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { searchTerms, toFtsQuery } from './fts-query.ts';

const index = new DatabaseSync(':memory:');
index.exec("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')");
index
  .prepare('INSERT INTO words (rowid, text) VALUES (1, ?), (2, ?)')
  .run(
    'The Ministry of Justice opened a second shelter, XKD-2026-01.',
    'Aide-mémoire left with the Foreign Office: NOT a promise OR a threat',
  );
const found = (text: string): unknown[] =>
  index
    .prepare('SELECT rowid FROM words WHERE words MATCH ?')
    .all(toFtsQuery(text))
    .map((row) => row['rowid']);

describe('what a reader types', () => {
  it.each([
    ['minis just', [1]],
    ['"second shelter"', [1]],
    ['"shelter second"', []],
    ['"second shel"', []],
    ['XKD-2026-01', [1]],
    ['aide-memoire', [2]],
    ['MÉMOIRE', [2]],
    ['not or', [2]],
    ['"unclosed', []],
    ['shelter"', [1]],
    ['***', []],
    ['', []],
    ["'; DROP TABLE words; --", []],
    ['text: NEAR(shelter justice)', []],
  ])('%s finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('never makes a query that the index refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => found(text)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('the excerpt', () => {
  const shown = (body: string, text: string): string =>
    excerptOf(body, searchTerms(text))
      .map(({ text: run, hit }) => (hit ? `[${run}]` : run))
      .join('');

  it('marks unfinished words whole, and accents as they are written', () => {
    expect(shown('The second shelter opened; shelters in Kald.', 'shel memo')).toBe(
      'The second [shelter] opened; [shelters] in Kald.',
    );
    expect(shown('An aide-mémoire was left.', 'memoire')).toBe('An aide-[mémoire] was left.');
  });

  it('cuts a long text around the first hit, between words', () => {
    const long = `${'before '.repeat(60)}shelter ${'after '.repeat(60)}`.trim();
    const excerpt = shown(long, 'shelter');
    expect(excerpt).toMatch(/^… before .*\[shelter\] after .*after …$/);
    expect(excerpt.length).toBeLessThan(270);
  });

  it('shows the beginning where nothing of the text itself was hit', () => {
    expect(shown('A short text.', 'title')).toBe('A short text.');
  });
});
