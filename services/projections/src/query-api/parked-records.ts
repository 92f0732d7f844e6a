import { type EventDefinition, eventDefinition, type IsoInstant } from '@demarche/contracts';
import type { ViewReader as EngineReader } from '../engine/view-reader.ts';
import type { ParkedRecords } from '../facts/view-reader.ts';

interface ParkedRow {
  readonly stream: string;
  readonly since: IsoInstant;
  readonly event: string;
}

const PARKED = `SELECT s.stream, s.since, e.event FROM engine_parked_stream s
  JOIN engine_parked_event e ON e.view = s.view AND e.position = s.position ORDER BY s.since DESC`;

/** The countries that an event names, as far as they can be told of one that could not be read. */
const countriesIn = (definition: EventDefinition | undefined, data: unknown): readonly string[] => {
  try {
    return definition?.countries(data as never) ?? [];
  } catch {
    return [];
  }
};

const countriesOf = ({ stream, event }: ParkedRow): readonly string[] => {
  const { type, data } = JSON.parse(event) as { type: string; data: unknown };
  const named = /^(?:countryReport|recommendation)-([A-Z]{3})-/.exec(stream)?.[1];
  const countries = countriesIn(eventDefinition(type), data).filter((country) => typeof country === 'string');
  return named ? [named, ...countries] : countries;
};

/** Which records are not up to date, and since when; where several views could not take one, since the first time. */
export const parkedRecords = ({ prepare }: EngineReader): ParkedRecords => {
  const rows = prepare(PARKED).all() as unknown as readonly ParkedRow[];
  const streams = new Map(rows.map(({ stream, since }) => [stream, since]));
  const countries = new Map(rows.flatMap((row) => countriesOf(row).map((country) => [country, row.since])));
  return {
    notUpToDateSince: (stream) => streams.get(stream) ?? null,
    notUpToDateSinceOf: (country) => countries.get(country) ?? null,
  };
};
