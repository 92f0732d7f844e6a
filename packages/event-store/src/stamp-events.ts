import { type EventMetadata, eventDefinition } from '@demarche/contracts';
import type { DomainEvent } from '@demarche/kernel';
import type { CommandEnvelope } from './command-envelope.ts';
import { deriveEventId } from './derive-event-id.ts';
import type { NewEvent } from './event-store.ts';

/** Gives decided events their ids, which follow from the command's, and their metadata. */
export const stampEvents = (
  decided: readonly DomainEvent[],
  envelope: CommandEnvelope,
  recordedAt: string,
): readonly NewEvent[] =>
  decided.map((event, index) => ({
    eventId: deriveEventId(envelope.commandId, index),
    type: event.type,
    data: event.data,
    metadata: metadataOf(event, envelope, recordedAt),
  }));

const metadataOf = (event: DomainEvent, envelope: CommandEnvelope, recordedAt: string): EventMetadata => ({
  commandId: envelope.commandId,
  commandFingerprint: envelope.fingerprint,
  correlationId: envelope.correlationId,
  causationId: envelope.causationId,
  actor: envelope.officer.id,
  actorName: envelope.officer.name,
  role: envelope.officer.role,
  post: envelope.officer.post,
  marking: envelope.marking,
  recordedAt,
  schemaVersion: String(eventDefinition(event.type)?.version ?? 1),
});
