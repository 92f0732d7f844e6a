import {
  type EventDefinition,
  EventMetadata,
  type RecordedEvent,
  type StreamCategory,
  streamName,
} from '@demarche/contracts';
import { eventExampleOf } from '@demarche/contracts/interfaces';

/** Everything that can be kept with an event. */
export const sampleMetadata: Required<EventMetadata> = {
  ...EventMetadata.parse({
    commandId: '0f6c1f0e-3a57-4c57-9d1e-6a4c4d8d2b11',
    commandFingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    correlationId: 'visit-42',
    causationId: '0f6c1f0e-3a57-4c57-9d1e-6a4c4d8d2b11',
    actor: 'miriam.castellanos',
    actorName: 'Miriam Castellanos',
    role: 'embassy_officer',
    post: 'Kald City',
    marking: 'U',
    recordedAt: '2026-09-09T08:30:00.000Z',
    schemaVersion: '1',
  }),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

/** The field of an event's data that names the record which the event belongs to. */
const namedBy: Readonly<Record<StreamCategory, string>> = {
  countryReport: 'reportId',
  recommendation: 'reference',
  action: 'actionId',
  engagement: 'engagementId',
  instrument: 'instrumentId',
  commitment: 'commitmentId',
};

const EVENT_ID = 'b3f1c2de-5f0a-5a8e-9d0b-0f6a7c1e2d34';
const POSITION = 4_711;

/** An event of this type and version as it would be recorded, about a country that does not exist. */
export const sampleEvent = ({ type, stream }: EventDefinition, version: number): RecordedEvent => {
  const data = eventExampleOf(type, version);
  return {
    eventId: EVENT_ID,
    type,
    data,
    metadata: { ...sampleMetadata, schemaVersion: String(version) },
    stream: streamName(stream, String(data[namedBy[stream]])),
    revision: 0,
    position: POSITION,
  };
};
