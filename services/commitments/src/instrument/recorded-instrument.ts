import type { IsoDate } from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';
import type { Instrument, InstrumentRecord } from './instrument.ts';

/** The record of a forum's text, or the refusal that there is none. */
export const onRecord = (state: Instrument): InstrumentRecord | Rejected<'instrument-unknown'> =>
  state.status === 'recorded'
    ? state
    : reject(
        'instrument-unknown',
        'No text with this reference is on record. Check the forum and the document symbol, or record the text first.',
      );

/** A text is recorded once the forum has adopted it. */
export const refuseFuture = (occurredOn: IsoDate, today: IsoDate): Rejected<'occurred-in-the-future'> | undefined =>
  occurredOn > today
    ? reject(
        'occurred-in-the-future',
        `${occurredOn} lies in the future. Record the text once the forum has adopted it.`,
      )
    : undefined;
