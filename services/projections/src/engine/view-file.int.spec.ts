import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ParkedStream, RecordedEvent } from '@demarche/contracts';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkpointOf, positionAt, recordSpan } from './moments.ts';
import { parkedStreams } from './parking.ts';
import type { Projector } from './projector.ts';
import { delivered, journalProjector, paceNote, type Tally, tallyProjector } from './spec-kit/example-views.ts';
import { openViewFile, type ViewFile } from './view-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.db`);
};
const open = (projectors: readonly Projector[], file = newFile()): ViewFile => {
  const views = openViewFile(file, projectors);
  onTestFinished(() => views.close());
  return views;
};
const both = [tallyProjector(), journalProjector()];
const tallies = (views: ViewFile) =>
  views.read(({ prepare }) => prepare('SELECT * FROM tally ORDER BY reference').all()) as unknown as Tally[];
const parked = (views: ViewFile): ParkedStream[] => views.read(parkedStreams);

const story = delivered([
  paceNote('XKD-2024-01', 'The bill is drafted'),
  paceNote('XKD-2024-02', 'No reply yet'),
  paceNote('XKD-2024-01', 'The bill is before parliament'),
  paceNote('XMB-2024-01', 'The shelter is open'),
  paceNote('XKD-2024-02', 'They promised a reply'),
  paceNote('XKD-2024-01', 'The bill is law'),
]);
const cleanHash = (events: readonly RecordedEvent[] = story, projectors: readonly Projector[] = both) => {
  const views = open(projectors, ':memory:');
  views.apply(events);
  return views.contentHash();
};

describe('events take effect once', () => {
  test('given a batch, then views and checkpoint have moved, and it says what changed', () => {
    const views = open(both);
    expect(views.apply(story)).toEqual({
      position: 6,
      countries: ['XKD', 'XMB'],
      subjects: ['XKD-2024-01', 'XKD-2024-02', 'XMB-2024-01'],
    });
    expect(views.checkpoint()).toBe(6);
    expect(tallies(views)).toEqual([
      { reference: 'XKD-2024-01', notes: 3, latest: 'The bill is law' },
      { reference: 'XKD-2024-02', notes: 2, latest: 'They promised a reply' },
      { reference: 'XMB-2024-01', notes: 1, latest: 'The shelter is open' },
    ]);
  });

  test.each([
    ['the same batch again', [story, story]],
    ['each event twice', [story.flatMap((event) => [event, event])]],
    ['overlapping batches', [story.slice(0, 4), story.slice(2), story.slice(0, 3)]],
    ['one at a time', story.map((event) => [event])],
    ['a redelivery from further back within a batch', [[...story.slice(0, 4), ...story.slice(1)]]],
  ])('given %s, then the content is that of a clean run', (_, batches) => {
    const views = open(both);
    for (const batch of batches) views.apply(batch);
    expect(views.contentHash()).toBe(cleanHash());
    expect(views.checkpoint()).toBe(6);
  });

  test('given a batch of known events only, then nothing changes and nothing is announced', () => {
    const views = open(both);
    views.apply(story);
    expect(views.apply(story)).toEqual({ position: 6, countries: [], subjects: [] });
  });

  test('given it is closed after each batch and opened again, then the content is that of a clean run', () => {
    const file = newFile();
    for (const event of story) {
      const views = openViewFile(file, both);
      views.apply([event]);
      views.close();
    }
    expect(open(both, file).contentHash()).toBe(cleanHash());
  });

  test('the hash tells contents apart', () => {
    const changed = delivered([paceNote('XKD-2024-01', 'The bill is drafted')]);
    expect(cleanHash(story.slice(0, 5))).not.toBe(cleanHash());
    expect(cleanHash(changed, both)).not.toBe(cleanHash(story.slice(1, 2), both));
  });
});

describe('a question sees one state', () => {
  test('given a batch is committed while it asks, then it goes on seeing what it saw', () => {
    const views = open(both);
    views.apply(story.slice(0, 3));
    const seen = views.read((reader) => {
      const before = checkpointOf(reader);
      views.apply(story.slice(3));
      return [
        before,
        checkpointOf(reader),
        (reader.prepare('SELECT sum(notes) AS notes FROM tally').get() as { notes: number }).notes,
      ];
    });
    expect(seen).toEqual([3, 3, 3]);
    expect(views.checkpoint()).toBe(6);
  });

  test('a question cannot write', () => {
    const views = open(both);
    expect(() => views.read(({ prepare }) => prepare('DELETE FROM tally').run())).toThrow(/readonly database/);
  });
});

describe('an event that cannot be taken', () => {
  const chokes = [tallyProjector('No reply yet'), journalProjector()];

  test('parks its stream for that view, in order; other streams and views go on', () => {
    const views = open(chokes);
    const { subjects } = views.apply(story);
    expect(tallies(views).map(({ reference, notes }) => [reference, notes])).toEqual([
      ['XKD-2024-01', 3],
      ['XMB-2024-01', 1],
    ]);
    expect(parked(views)).toEqual([
      {
        view: 'tally',
        stream: 'recommendation-XKD-2024-02',
        since: '2026-03-02T09:30:00.000Z',
        position: 2,
        eventType: 'PaceNoted',
        reason: 'Cannot count "No reply yet"',
        waiting: 1,
      },
    ]);
    expect(subjects).toContain('XKD-2024-02');
    expect(views.read(({ prepare }) => prepare('SELECT count(*) AS n FROM journal').get())).toEqual({ n: 6 });
    expect(views.checkpoint()).toBe(6);
  });

  test('given it stays, when tried again, then it stays parked at the same place', () => {
    const views = open(chokes);
    views.apply(story);
    const before = parked(views);
    views.replayParked();
    expect(parked(views)).toEqual(before);
  });

  test.each([1, 2, 6])(
    'given the fix, in batches of %i, when tried again, then the content is that of a clean run',
    (size) => {
      const file = newFile();
      const broken = openViewFile(file, chokes);
      for (let at = 0; at < story.length; at += size) broken.apply(story.slice(at, at + size));
      broken.close();
      const fixed = open(both, file);
      expect(fixed.contentHash()).not.toBe(cleanHash());
      const { subjects } = fixed.replayParked('tally');
      expect(subjects).toEqual(['XKD-2024-02']);
      expect(parked(fixed)).toEqual([]);
      expect(fixed.contentHash()).toBe(cleanHash());
    },
  );

  test('given a second one behind it, when the first is mended, then it is parked at the second', () => {
    const file = newFile();
    const broken = openViewFile(file, chokes);
    broken.apply(story);
    broken.close();
    const partly = open([tallyProjector('They promised a reply'), journalProjector()], file);
    partly.replayParked();
    expect(parked(partly)).toMatchObject([{ position: 5, waiting: 0, reason: 'Cannot count "They promised a reply"' }]);
    expect(tallies(partly)).toContainEqual({ reference: 'XKD-2024-02', notes: 1, latest: 'No reply yet' });
  });

  test('given another view is replayed, then it stays parked', () => {
    const file = newFile();
    const broken = openViewFile(file, chokes);
    broken.apply(story);
    broken.close();
    const fixed = open(both, file);
    fixed.replayParked('journal');
    expect(parked(fixed)).toHaveLength(1);
  });

  test('given new events after the stream was freed, then they are taken', () => {
    const file = newFile();
    const broken = openViewFile(file, chokes);
    broken.apply(story);
    broken.close();
    const fixed = open(both, file);
    fixed.replayParked();
    fixed.apply(delivered([paceNote('XKD-2024-02', 'The reply is here')], 7));
    expect(tallies(fixed)).toContainEqual({ reference: 'XKD-2024-02', notes: 3, latest: 'The reply is here' });
  });

  test('an event of a type that this release does not know parks its stream in every view', () => {
    const views = open(both);
    views.apply(story.map((event) => (event.position === 1 ? { ...event, type: 'PaceForetold' } : event)));
    expect(parked(views)).toMatchObject([
      {
        view: 'journal',
        position: 1,
        waiting: 2,
        reason: expect.stringContaining('PaceForetold is not in the catalogue'),
      },
      { view: 'tally', position: 1, waiting: 2 },
    ]);
    expect(tallies(views).map(({ reference }) => reference)).toEqual(['XKD-2024-02', 'XMB-2024-01']);
  });

  test('given one that cannot be read and one that cannot be projected in one batch, then both streams are parked', () => {
    const views = open(chokes);
    views.apply(story.map((event) => (event.position === 1 ? { ...event, data: {} } : event)));
    expect(parked(views).map(({ view, position, waiting }) => [view, position, waiting])).toEqual([
      ['journal', 1, 2],
      ['tally', 1, 2],
      ['tally', 2, 1],
    ]);
  });

  test.each([
    ['a newer version', { metadata: { ...story[0]?.metadata, schemaVersion: '99' } }, /version 99 is newer/],
    ['data that break its schema', { data: { reference: 'nowhere' } }, /PaceNoted version 1: reference/],
  ])('an event with %s parks its stream, and keeps what it said for a later release', (_, change, reason) => {
    const file = newFile();
    const views = openViewFile(file, both);
    views.apply(story.map((event) => (event.position === 1 ? ({ ...event, ...change } as RecordedEvent) : event)));
    expect(parked(views).map((stream) => stream.reason)).toEqual([
      expect.stringMatching(reason),
      expect.stringMatching(reason),
    ]);
    const [held] = views.read(({ prepare }) => prepare('SELECT event FROM engine_parked_event').all()) as {
      event: string;
    }[];
    expect(JSON.parse(held?.event ?? '')).toMatchObject(change);
    views.close();
  });
});

describe('the file fails', () => {
  test('given it is locked, then the batch is refused, nothing is parked, and it is taken later', () => {
    const file = newFile();
    const views = open(both, file);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    expect(() => views.apply(story)).toThrow(/locked/);
    other.exec('COMMIT');
    other.close();
    expect(parked(views)).toEqual([]);
    views.apply(story);
    expect(views.contentHash()).toBe(cleanHash());
  });

  test('given it is full within a batch, then nothing of the batch holds, nothing is parked, and it is taken later', () => {
    const views = open([{ ...journalProjector(), project: fillUp(journalProjector()) }]);
    expect(() => views.apply(story)).toThrow(/full/);
    expect(views.checkpoint()).toBe(0);
    expect(parked(views)).toEqual([]);
    views.apply(story);
    expect(views.contentHash()).toBe(cleanHash(story, [journalProjector()]));
  });

  test('given it is full while a poison event is looked for, then nothing else is parked for that', () => {
    const views = open([
      { ...journalProjector(), project: fillUp(journalProjector()) },
      tallyProjector('No reply yet'),
    ]);
    expect(() => views.apply(story)).toThrow(/full/);
    expect(parked(views)).toEqual([]);
    views.apply(story);
    expect(parked(views)).toMatchObject([{ view: 'tally', position: 2 }]);
  });

  /** Lets the file grow no further at the fourth event, once. */
  const fillUp = (projector: Projector): Projector['project'] => {
    let filled = false;
    return (writer, recorded) => {
      projector.project(writer, recorded);
      if (recorded.position !== 4 || filled) return;
      filled = true;
      const { page_count: pages } = writer.database.prepare('PRAGMA page_count').get() as { page_count: number };
      writer.database.exec(`PRAGMA max_page_count = ${pages}`);
      try {
        writer.database.exec('CREATE TABLE large AS SELECT zeroblob(1000000) AS content');
      } finally {
        writer.database.exec('PRAGMA max_page_count = 1073741823');
      }
    };
  };

  test('a file of another program is refused and left as it was', () => {
    const file = newFile();
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expect(() => open(both, file)).toThrow(/belongs to another program/);
  });
});

describe('a point of system time is a position', () => {
  const at = (day: string, time = '09:00:00.000') => ({ recordedAt: `2026-03-${day}T${time}Z` });
  const recorded = delivered([
    paceNote('XKD-2024-01', 'one', at('02')),
    paceNote('XKD-2024-01', 'two', at('02')),
    paceNote('XKD-2024-01', 'three', at('02', '23:59:59.999')),
    paceNote('XKD-2024-01', 'four, by a clock set back', at('01')),
    paceNote('XKD-2024-01', 'five', at('05')),
  ]);
  const points: [string, string | number | undefined, number][] = [
    ['before everything', '2026-02-28T00:00:00.000Z', 0],
    ['a day before everything', '2026-03-01', 0],
    ['a moment', '2026-03-02T09:00:00.000Z', 2],
    ['just before a moment', '2026-03-02T08:59:59.999Z', 0],
    ['between moments', '2026-03-02T12:00:00.000Z', 2],
    ["a day's end", '2026-03-02', 4],
    ['a day on which nothing was recorded', '2026-03-04', 4],
    ['the last day', '2026-03-05', 5],
    ['long after', '2036-01-01', 5],
    ['now', undefined, 5],
    ['a position', 3, 3],
    ['a position that is not there yet', 30, 5],
  ];

  test.each(points)('%s', (_, systemTime, position) => {
    const whole = open(both);
    whole.apply(recorded);
    const piecemeal = open(both);
    for (const event of recorded) piecemeal.apply([event]);
    expect(whole.read((reader) => positionAt(reader, systemTime))).toBe(position);
    expect(piecemeal.read((reader) => positionAt(reader, systemTime))).toBe(position);
  });

  test('it knows since when it holds anything', () => {
    const views = open(both);
    expect(views.read(recordSpan)).toEqual({ heldSince: null, recordedAt: null });
    views.apply(recorded);
    expect(views.read(recordSpan)).toEqual({
      heldSince: '2026-03-02T09:00:00.000Z',
      recordedAt: '2026-03-05T09:00:00.000Z',
    });
  });
});
