import { aStory } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import type { ViewReader as EngineReader } from '../engine/view-reader.ts';
import type { Point } from '../facts/point.ts';
import { createViewReader } from '../facts/view-reader.ts';
import { everyQuestion } from '../spec-kit/every-question.ts';
import { readThrough } from '../spec-kit/read-through.ts';
import { viewing } from '../spec-kit/viewing.ts';
import { answerers } from './answerers.ts';
import { parkedRecords } from './parked-records.ts';

const E1 = 'ENG-7F3K-2Q9X';

/** So many that what is open is read for all of them at once. */
const COUNTRIES = ['XKD', ...Array.from({ length: 24 }, (_, index) => `XB${String.fromCharCode(65 + index)}`)];

const story = () => {
  const told = aStory().recordedOn('2026-07-01');
  for (const country of COUNTRIES) told.publishes({ country, year: 2026, asks: ['Prosecute officials.'] });
  return told
    .engages({ engagement: E1, on: '2026-07-02', countries: ['XKD'] })
    .promises({ promise: `${E1}-P1`, on: '2026-07-02', country: 'XKD', due: '2026-08-01', serves: ['XKD-2026-01'] })
    .assigns({ followUp: `${E1}-F1`, on: '2026-07-02', countries: ['XKD'], due: '2026-08-01' });
};

const events = story().events();

const POINTS = {
  'the newest': { newest: true, asKnownNow: true },
  'a day, as known now': { newest: false, asKnownNow: true },
  'a day, as known then': { newest: false, asKnownNow: false },
} as const satisfies Record<string, Pick<Point, 'newest' | 'asKnownNow'>>;

/** What each question reads through, at a kind of point. */
const defects = (ready: Pick<Point, 'newest' | 'asKnownNow'>): readonly string[] => {
  const { file } = viewing(events, '2026-11-21');
  const found = file.read((engine) =>
    everyQuestion(events).flatMap(({ query, question }) => {
      const statements = new Set<string>();
      const prepare: EngineReader['prepare'] = (sql) => {
        statements.add(sql);
        return engine.prepare(sql);
      };
      const point = { validTime: '2026-11-21', systemPosition: file.checkpoint(), ...ready };
      const reader = createViewReader({ prepare, point, parked: parkedRecords(engine) });
      (answerers[query] as (reader: unknown, question: unknown) => unknown)(reader, question);
      const asked = JSON.stringify(question);
      return [...statements].flatMap((sql) =>
        readThrough(engine as never, sql).map((table) => `${query} ${asked}: ${table}`),
      );
    }),
  );
  file.close();
  return [...new Set(found)];
};

/**
 * Lists of everything there is, whichever country: their first page is found by going through all their rows, since no
 * index lies in their order. Of these the console shows the recommendations and the texts; the rest only programs ask.
 */
const LISTS_OF_EVERYTHING: readonly RegExp[] = [
  /^recommendations .*: recommendation(_now)?$/,
  /^instruments .*: instrument$/,
  /^follow-ups \{"filter":\{"state":"(any|done)"\}.*: follow_up$/,
  /^commitments \{"filter":\{"states":\["open","lapsed"\]\}.*: commitment$/,
];

/** All that was open on a day of the past, sorted by when it is due; counted alone, it is read from an index by day. */
const OPEN_IN_THE_PAST: readonly RegExp[] = [/^commitments .*: commitment$/];

describe('no question reads a growing table through', () => {
  it('but lists of everything, at the newest point', () => {
    const found = defects(POINTS['the newest']);
    expect(found.filter((defect) => !LISTS_OF_EVERYTHING.some((known) => known.test(defect)))).toEqual([]);
  });

  it.each(['a day, as known now', 'a day, as known then'] as const)('but these and what was open, at %s', (point) => {
    const known = [...LISTS_OF_EVERYTHING, ...OPEN_IN_THE_PAST];
    expect(defects(POINTS[point]).filter((defect) => !known.some((each) => each.test(defect)))).toEqual([]);
  });

  it('and each of those known does, so that none is excused that is none', () => {
    const found = Object.values(POINTS).flatMap(defects);
    const known = [...LISTS_OF_EVERYTHING, ...OPEN_IN_THE_PAST];
    expect(known.filter((each) => !found.some((defect) => each.test(defect)))).toEqual([]);
  });
});

describe('a statement that reads a table through', () => {
  const { file } = viewing(events, '2026-11-21');
  const found = (sql: string): readonly string[] => file.read((engine) => readThrough(engine as never, sql));

  it.each([
    ['SELECT count(*) FROM timeline_entry e', ['timeline_entry']],
    [`SELECT * FROM commitment c WHERE c.state = 'open'`, ['commitment']],
    ['SELECT * FROM json_each(:countries) w JOIN engagement e ON e.post = w.value', ['engagement']],
    [
      `SELECT * FROM (SELECT f.reference FROM recommendation_fact f WHERE f.code = 'x' ORDER BY f.occurred_on)`,
      ['recommendation_fact'],
    ],
    ['SELECT v.reference FROM recommendation v WHERE v.country = :country', ['recommendation']],
  ])('is found out: %s', (sql, tables) => {
    expect(found(sql)).toEqual(tables);
  });

  it.each([
    `SELECT e.entry FROM timeline_entry e WHERE e.subject = 'XKD' ORDER BY e.occurred_on DESC LIMIT 30`,
    `SELECT count(*) FROM commitment c WHERE c.state = 'open' AND c.to_position IS NULL`,
    'SELECT * FROM country_held',
    'SELECT rowid FROM search_index WHERE search_index MATCH :match',
  ])('is told from one that does not: %s', (sql) => {
    expect(found(sql)).toEqual([]);
  });
});
