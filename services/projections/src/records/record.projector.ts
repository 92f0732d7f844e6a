import { type EventType, eventCatalogue, eventDefinition, type RecordableEvent } from '@demarche/contracts';
import type { Projector } from '../engine/projector.ts';
import { recordIndexes, recordSchema } from './record.schema.ts';
import { touchedSubjects } from './touched-subjects.ts';

const countriesOf = (event: RecordableEvent): readonly string[] =>
  eventDefinition(event.type)?.countries(event.data as never) ?? [];

/** The first recorded counts, though one parked before it may be taken later. */
const HOLD = `INSERT INTO country_held (country, position, recorded_at) VALUES (?, ?, ?)
  ON CONFLICT (country) DO UPDATE SET position = excluded.position, recorded_at = excluded.recorded_at
  WHERE excluded.position < country_held.position`;

/**
 * What holds for every record alike: its revision, since when a country is on record, and the last day on which anything
 * is held to have happened. Sends the signals, so that each event is signalled once whatever views it touches.
 */
export const recordProjector: Projector = {
  view: 'records',
  version: 2,
  cost: 8,
  schema: recordSchema,
  indexes: recordIndexes,
  handles: Object.keys(eventCatalogue) as EventType[],
  project(writer, { event, stream, revision, position, recordedAt }) {
    writer
      .prepare('INSERT INTO record_event (position, stream, revision) VALUES (?, ?, ?)')
      .run(position, stream, revision);
    const { occurredOn } = event.data;
    // As a rule nothing happens after it was recorded; the moments of record then bound the days.
    if (occurredOn > recordedAt.slice(0, 10)) {
      writer.prepare('UPDATE horizon SET occurred_on = ? WHERE occurred_on < ?').run(occurredOn, occurredOn);
    }
    const countries = countriesOf(event);
    for (const country of countries) writer.onceEachBatch(HOLD, country, position, recordedAt);
    for (const subject of touchedSubjects(stream, event)) writer.changed(subject, countries);
  },
};
