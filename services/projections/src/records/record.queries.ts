import type { CountryCode, IsoInstant } from '@demarche/contracts';
import { indexBy } from '../facts/by-key.ts';
import { inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';

/** The revision of each stream at the point asked for; -1 where nothing has happened to it. */
export const revisionsOf = (reader: ViewReader, streams: readonly string[]): ((stream: string) => number) => {
  const rows = reader.all<{ stream: string; revision: number }>(
    `SELECT s.value AS stream, (SELECT e.revision FROM record_event e WHERE e.stream = s.value AND e.position <= :systemPosition ORDER BY e.position DESC LIMIT 1) AS revision
     FROM json_each(:streams) s`,
    { streams: listValue(streams) },
  );
  const known = indexBy(rows, ({ stream }) => stream);
  return (stream) => known.get(stream)?.revision ?? -1;
};

export interface CountryHeld {
  readonly country: CountryCode;
  readonly heldSince: IsoInstant;
}

/** The countries of which anything was on record, whenever it happened. */
export const countriesHeld = (reader: ViewReader, codes: readonly string[] | null): readonly CountryHeld[] =>
  reader.all<CountryHeld>(
    `SELECT country, recorded_at AS heldSince FROM country_held
     WHERE position <= :systemPosition ${codes ? `AND country ${inList('codes')}` : ''} ORDER BY country`,
    { codes: listValue(codes ?? []) },
  );
