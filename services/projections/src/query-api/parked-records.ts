import {
  type EventDefinition,
  eventDefinition,
  type IsoInstant,
  idOf,
  type RecordableEvent,
  type StreamName,
} from '@demarche/contracts';
import type { ViewReader as EngineReader } from '../engine/view-reader.ts';
import type { ParkedRecords } from '../facts/view-reader.ts';
import { touchedSubjects } from '../records/touched-subjects.ts';

interface HeldRow {
  readonly stream: StreamName;
  readonly since: IsoInstant;
  readonly event: string;
}

/** Each event held back, once however many views could not take it. */
const HELD = `SELECT s.stream, min(s.since) AS since, e.event FROM engine_parked_event e
  JOIN engine_parked_stream s ON s.view = e.view AND s.stream = e.stream GROUP BY e.position`;

/** Changes whenever an event is parked or comes free. */
const STATE = 'SELECT count(*) AS held, coalesce(sum(position), 0) AS places FROM engine_parked_event';

/** Where a record shows already, with its children: the countries and the recommendations in whose timelines they stand. */
const SHOWN = `SELECT DISTINCT subject FROM timeline_entry
  WHERE root BETWEEN ?1 AND ?1 || '.' AND (root = ?1 OR root GLOB ?1 || '-[A-Z][0-9]*')`;

/** What of an event can be told although it may be one that could not be read. */
const ifTold = <Value>(tell: () => readonly Value[]): readonly Value[] => {
  try {
    return tell().filter((value) => typeof value === 'string');
  } catch {
    return [];
  }
};

const countriesIn = (definition: EventDefinition | undefined, stream: StreamName, data: unknown): readonly string[] => {
  const named = /^(?:countryReport|recommendation)-([A-Z]{3})-/.exec(stream)?.[1];
  const countries = ifTold(() => definition?.countries(data as never) ?? []);
  return named ? [named, ...countries] : countries;
};

/** A recommendation is told of in its report's events, a promise in its engagement's, a commitment in its text's. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  recommendation: ['countryReport'],
  commitment: ['engagement', 'instrument'],
};

const parentsOf = (stream: string): readonly string[] => {
  const kind = stream.slice(0, stream.indexOf('-'));
  const parent = stream.slice(kind.length + 1, stream.lastIndexOf('-'));
  return (PARENTS[kind] ?? []).map((parentKind) => `${parentKind}-${parent}`);
};

const earliest = (moments: readonly (IsoInstant | undefined)[]): IsoInstant | null =>
  moments.reduce<IsoInstant | null>((first, at) => (at && (first === null || at < first) ? at : first), null);

const noteIn = (since: Map<string, IsoInstant>, key: string, at: IsoInstant): void => {
  const before = since.get(key);
  if (before === undefined || at < before) since.set(key, at);
};

const isCountry = (subject: string): boolean => subject.length === 3;

const recordsIn = (rows: readonly HeldRow[], shownOn: (record: string) => readonly string[]): ParkedRecords => {
  const streams = new Map<string, IsoInstant>();
  const subjects = new Map<string, IsoInstant>();
  const countries = new Map<string, IsoInstant>();
  for (const { stream, since, event } of rows) {
    const { type, data } = JSON.parse(event) as RecordableEvent;
    noteIn(streams, stream, since);
    for (const subject of ifTold(() => touchedSubjects(stream, { type, data } as RecordableEvent)))
      noteIn(subjects, subject, since);
    for (const subject of shownOn(idOf(stream))) noteIn(isCountry(subject) ? countries : subjects, subject, since);
    for (const country of countriesIn(eventDefinition(type), stream, data)) noteIn(countries, country, since);
  }
  return {
    notUpToDateSince: (stream) =>
      earliest([
        streams.get(stream),
        subjects.get(idOf(stream as StreamName)),
        ...parentsOf(stream).map((parent) => streams.get(parent)),
      ]),
    notUpToDateSinceOf: (country) => countries.get(country) ?? null,
  };
};

const known = new WeakMap<EngineReader['prepare'], { readonly state: string; readonly records: ParkedRecords }>();

/**
 * Which records are not up to date, and since when: those of which an event could not be taken, those that such an event
 * names, as far as that can be told, and those where the record shows already; where several could not be taken, since the first time. Worked out anew only when something was parked
 * or came free.
 */
export const parkedRecords = ({ prepare }: EngineReader): ParkedRecords => {
  const state = JSON.stringify(prepare(STATE).get());
  const kept = known.get(prepare);
  if (kept?.state === state) return kept.records;
  const shownOn = (record: string) =>
    prepare(SHOWN)
      .all(record)
      .map(({ subject }) => String(subject));
  const records = recordsIn(prepare(HELD).all() as unknown as readonly HeldRow[], shownOn);
  known.set(prepare, { state, records });
  return records;
};
