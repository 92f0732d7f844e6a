import {
  type ArgumentsOf,
  type Commitment,
  type CommitmentsById,
  type Instrument,
  type Instruments,
  type InstrumentsById,
  streamName,
} from '@demarche/contracts';
import { groupBy, indexBy, inOrderOf } from '../facts/by-key.ts';
import { containing, filterOf } from '../facts/filter.ts';
import { fromJson, inList, listValue } from '../facts/list-value.ts';
import { type Page, readPage } from '../facts/page.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { revisionsOf } from '../records/record.queries.ts';
import { commitmentsById } from './commitment.queries.ts';

interface InstrumentRow {
  readonly instrument_id: string;
  readonly forum: string;
  readonly document_symbol: string;
  readonly session: string | null;
  readonly title: string;
  readonly source_address: string | null;
  readonly recorded_by: string;
  readonly recorded_at: string;
  readonly corrected_at: string | null;
  readonly occurred_on: string;
}

const commitmentsOf = (reader: ViewReader, instruments: string): ReadonlyMap<string, readonly Commitment[]> => {
  const ids = reader
    .all<{ id: string }>(
      `SELECT c.commitment_id AS id FROM json_each(:instruments) w
       CROSS JOIN commitment c ON c.commitment_id BETWEEN w.value || '-' AND w.value || '.' AND c.origin_id = w.value
       WHERE ${reader.held('c')} ORDER BY c.commitment_id`,
      { instruments },
    )
    .map(({ id }) => id);
  const found = commitmentsById(reader, { ids } as ArgumentsOf<typeof CommitmentsById>);
  return groupBy(
    found.filter((commitment) => commitment !== null),
    ({ instrumentId }) => instrumentId ?? '',
  );
};

export const instrumentsById = (
  reader: ViewReader,
  { ids }: ArgumentsOf<typeof InstrumentsById>,
): (Instrument | null)[] => {
  const wanted = listValue(ids);
  const rows = reader.all<InstrumentRow>(
    `SELECT i.* FROM instrument i WHERE ${reader.held('i')} AND i.instrument_id ${inList('ids')}`,
    { ids: wanted },
  );
  const commitments = commitmentsOf(reader, wanted);
  const streamOf = (row: InstrumentRow) => streamName('instrument', row.instrument_id);
  const revision = revisionsOf(reader, rows.map(streamOf));
  const instruments = rows.map((row) => ({
    instrumentId: row.instrument_id,
    forum: row.forum,
    session: row.session,
    documentSymbol: row.document_symbol,
    title: row.title,
    adoptedOn: row.occurred_on,
    sourceAddress: row.source_address,
    commitments: commitments.get(row.instrument_id) ?? [],
    recordedBy: fromJson(row.recorded_by),
    recordedAt: row.recorded_at,
    correctedAt: row.corrected_at,
    revision: revision(streamOf(row)),
    notUpToDateSince: reader.notUpToDateSince(streamOf(row)),
  }));
  return inOrderOf(
    ids,
    indexBy(instruments as unknown as readonly Instrument[], ({ instrumentId }) => instrumentId),
  );
};

export const instruments = (
  reader: ViewReader,
  { filter, first, after }: ArgumentsOf<typeof Instruments>,
): Page<Instrument> => {
  const { where, values } = filterOf([
    [`i.forum ${inList('forums')}`, 'forums', filter.forums],
    [`(i.title LIKE :text ESCAPE '\\' OR i.document_symbol LIKE :text ESCAPE '\\')`, 'text', containing(filter.text)],
  ]);
  const rows = `SELECT i.instrument_id AS id, i.occurred_on AS k0, i.instrument_id AS k1
    FROM instrument i WHERE ${reader.held('i')} AND ${where}`;
  return readPage(
    reader,
    { order: 'newest', rows, kinds: ['string', 'string'], descending: true, values },
    { first, after },
    (ids) => instrumentsById(reader, { ids } as ArgumentsOf<typeof InstrumentsById>),
  );
};
