import {
  type ForumCommitment,
  type ForumCommitmentAdded,
  type ForumInstrumentCorrected,
  type ForumInstrumentRecorded,
  InstrumentContent,
  type InstrumentId,
  type StreamName,
  streamName,
} from '@demarche/contracts';
import { z } from 'zod';

export type InstrumentEvent = ForumInstrumentRecorded | ForumCommitmentAdded | ForumInstrumentCorrected;

export type Instrument = { readonly status: 'unknown' } | ({ readonly status: 'recorded' } & InstrumentRecord);

export interface InstrumentRecord {
  readonly instrumentId: InstrumentId;
  readonly documentSymbol: string;
  readonly content: InstrumentContent;
  readonly commitments: readonly ForumCommitment[];
}

const described = z.object(InstrumentContent);
/** What is recorded of a forum's text itself; a correction replaces it whole. */
export type InstrumentContent = z.output<typeof described>;

/** The content alone, out of a command or an event that carries more. */
export const contentOf = (carrier: InstrumentContent): InstrumentContent => described.parse(carrier);

export const unknownInstrument: Instrument = { status: 'unknown' };

export const instrumentStream = (instrumentId: InstrumentId): StreamName => streamName('instrument', instrumentId);

export const evolveInstrument = (state: Instrument, event: InstrumentEvent): Instrument => {
  if (event.type === 'ForumInstrumentRecorded') return { status: 'recorded', ...newRecord(event) };
  return state.status === 'recorded' ? changed(state, event) : state;
};

const newRecord = ({ data }: ForumInstrumentRecorded): InstrumentRecord => ({
  instrumentId: data.instrumentId,
  documentSymbol: data.documentSymbol,
  content: contentOf(data),
  commitments: data.commitments,
});

const changed = (
  record: Instrument & { status: 'recorded' },
  event: Exclude<InstrumentEvent, ForumInstrumentRecorded>,
): Instrument => {
  switch (event.type) {
    case 'ForumInstrumentCorrected':
      return { ...record, content: contentOf(event.data) };
    case 'ForumCommitmentAdded':
      return { ...record, commitments: [...record.commitments, event.data.commitment] };
  }
};
