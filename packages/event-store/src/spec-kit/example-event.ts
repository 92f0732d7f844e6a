import { randomUUID } from 'node:crypto';
import { type EventMetadata, StreamName } from '@demarche/contracts';
import type { NewEvent } from '../event-store.ts';

/** A well-formed event for specifications of stores and of what reads them. Its data is whatever the specification needs. */
export const exampleEvent = (
  data: unknown = { note: 'Raised with the ministry' },
  eventId: string = randomUUID(),
): NewEvent => ({
  eventId,
  type: 'PaceNoted',
  data,
  metadata: exampleMetadata(),
});

export const exampleMetadata = (): EventMetadata =>
  ({
    commandId: '0b0e6a3c-2a53-4c6e-8f5f-1f2d7f6f9a01',
    commandFingerprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    correlationId: 'correlation-1',
    causationId: '0b0e6a3c-2a53-4c6e-8f5f-1f2d7f6f9a01',
    actor: 'amara.okoye',
    actorName: 'Amara Okoye',
    role: 'embassy_officer',
    post: 'Embassy Kaldara',
    marking: 'U',
    recordedAt: '2026-03-02T09:30:00.000Z',
    schemaVersion: '1',
  }) as EventMetadata;

/** A stream that no other specification writes to, even in a store they share. */
export const exampleStream = (): StreamName => StreamName.parse(`recommendation-XKD-${randomUUID()}`);
