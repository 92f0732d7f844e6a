import type { ArgumentsOf, TimelineEntry, Timelines } from '@demarche/contracts';
import { groupBy } from '../facts/by-key.ts';
import { keptEach } from '../facts/kept.ts';
import { fromCursor, type Page, type SortKey, toCursor } from '../facts/page.ts';
import type { Values, ViewReader } from '../facts/view-reader.ts';
import { loadEntries } from './load-entries.ts';
import { overduePromises } from './overdue-promises.queries.ts';
import { type TimelineConditions, timelineConditions } from './timeline-conditions.ts';

type Question = ArgumentsOf<typeof Timelines>;

/** An entry by its place in a timeline: what is needed to sort it, and to find what it says. */
export interface PlacedEntry {
  readonly kind: TimelineEntry['kind'];
  readonly entry: string;
  readonly root: string;
  readonly occurredOn: string;
  readonly position: number;
  readonly recordedAt: string;
}

const ORDER = 'timeline';
const KINDS = ['string', 'number', 'string'] as const;

interface SubjectRow {
  readonly place: number;
  readonly entries: string;
}

/** The newest entries of each subject after the cursor: one statement for all subjects. */
const PLACED = (reader: ViewReader, { where }: TimelineConditions, after: boolean): string => `
  SELECT w.key AS place,
    (SELECT json_group_array(json_object('kind', p.kind, 'entry', p.entry, 'root', p.root, 'occurredOn', p.occurred_on,
        'position', p.position, 'recordedAt', p.recorded_at))
      FROM (SELECT e.* FROM timeline_entry e
        WHERE e.subject = w.value AND ${reader.held('e')} AND ${where}
          ${after ? 'AND (e.occurred_on, e.position, e.entry) < (:c0, :c1, :c2)' : ''}
        ORDER BY e.occurred_on DESC, e.position DESC, e.entry DESC LIMIT :limit) p) AS entries
  FROM json_each(:subjects) w`;

const COUNTED = (reader: ViewReader, { where }: TimelineConditions): string => `
  SELECT w.value AS subject,
    (SELECT count(*) FROM timeline_entry e WHERE e.subject = w.value AND ${reader.held('e')} AND ${where}) AS total
  FROM json_each(:subjects) w`;

const keyOf = ({ occurredOn, position, entry }: PlacedEntry): readonly [string, number, string] => [
  occurredOn,
  position,
  entry,
];

/** Newest first: by day, by the order of recording, and last by reference, so that no two entries are equal. */
const compare = (one: PlacedEntry, other: PlacedEntry): number => {
  if (one.occurredOn !== other.occurredOn) return one.occurredOn < other.occurredOn ? 1 : -1;
  if (one.position !== other.position) return other.position - one.position;
  return one.entry < other.entry ? 1 : -1;
};

const placeOf = (after: readonly SortKey[] | null): PlacedEntry | null =>
  after && {
    kind: 'promise',
    root: '',
    recordedAt: '',
    occurredOn: String(after[0]),
    position: Number(after[1]),
    entry: String(after[2]),
  };

interface Placed {
  readonly shown: readonly PlacedEntry[];
  readonly hasNextPage: boolean;
  readonly total: number;
}

const subjectOf = (subject: Question['subjects'][number]): string =>
  subject.kind === 'country' ? subject.country : subject.reference;

/** What a timeline holds whichever of its pages is shown: worked out once while nothing is written. */
interface Whole {
  readonly stored: number;
  readonly overdue: readonly PlacedEntry[];
}

const wholeOf = (reader: ViewReader, conditions: TimelineConditions, names: readonly string[]) => {
  const { key } = conditions;
  const whole = keptEach<Whole>(
    reader,
    'timelines',
    names.map((name) => `${name} ${key}`),
    (missing) => {
      const subjects = JSON.stringify(missing.map((each) => each.slice(0, each.indexOf(' '))));
      const values: Values = { ...conditions.values, subjects };
      const counted = reader.all<{ subject: string; total: number }>(COUNTED(reader, conditions), values);
      const totals = new Map(counted.map(({ subject, total }) => [`${subject} ${key}`, total]));
      const overdue = groupBy(overduePromises(reader, conditions, values), ({ subject }) => `${subject} ${key}`);
      return (name) => ({ stored: totals.get(name) ?? 0, overdue: overdue.get(name) ?? [] });
    },
  );
  return (name: string): Whole => whole(`${name} ${key}`);
};

const place = (reader: ViewReader, { subjects, filter, first, after }: Question): readonly Placed[] => {
  const cursor = after === null ? null : fromCursor(ORDER, KINDS, after);
  const last = placeOf(cursor);
  const names = subjects.map(subjectOf);
  const conditions = timelineConditions(reader, names, filter);
  const values: Values = { ...conditions.values, subjects: JSON.stringify(names), limit: first + 1 };
  const bound = cursor ? { c0: cursor[0] as string, c1: cursor[1] as number, c2: cursor[2] as string } : {};
  const rows = reader.all<SubjectRow>(PLACED(reader, conditions, cursor !== null), { ...values, ...bound });
  const whole = wholeOf(reader, conditions, names);
  return rows.map((row) => {
    const { stored, overdue } = whole(names[row.place] as string);
    const following = last ? overdue.filter((entry) => compare(entry, last) > 0) : overdue;
    const entries = [...(JSON.parse(row.entries) as PlacedEntry[]), ...following].sort(compare);
    return { shown: entries.slice(0, first), hasNextPage: entries.length > first, total: stored + overdue.length };
  });
};

/** For each subject a page of its timeline. The number of statements does not depend on the number of subjects. */
export const timelines = (reader: ViewReader, question: Question): readonly Page<TimelineEntry>[] => {
  const pages = place(reader, question);
  const entryOf = loadEntries(
    reader,
    pages.flatMap(({ shown }) => shown),
  );
  return pages.map(({ shown, hasNextPage, total }) => {
    const cursors = shown.map((entry) => toCursor(ORDER, keyOf(entry)));
    const rows = shown.flatMap((placed, index) => {
      const node = entryOf(placed);
      return node ? [{ cursor: cursors[index] as string, node }] : [];
    });
    return { rows, endCursor: cursors.at(-1) ?? null, hasNextPage, total };
  });
};
