import { type EventMetadata, eventDefinition, readEvent } from '@demarche/contracts';
import type { DomainEvent } from '@demarche/kernel';
import { activeTraceparent } from '@demarche/telemetry';
import type { CommandEnvelope } from './command-envelope.ts';
import { deriveEventId } from './derive-event-id.ts';
import type { NewEvent } from './event-store.ts';

/**
 * Gives decided events their ids, which follow from the command's, and their metadata.
 * @throws UnreadableEvent for what could never be read again: it must not be written.
 */
export const stampEvents = (
  decided: readonly DomainEvent[],
  envelope: CommandEnvelope,
  recordedAt: string,
): readonly NewEvent[] => {
  const traceparent = activeTraceparent();
  const traced = traceparent === undefined ? {} : { traceparent };
  return decided.map((event, index) => {
    const version = eventDefinition(event.type)?.version ?? 1;
    readEvent({ ...event, schemaVersion: version });
    return {
      eventId: deriveEventId(envelope.commandId, index),
      type: event.type,
      data: event.data,
      metadata: { ...metadataOf(envelope, version, recordedAt), ...traced },
    };
  });
};

const metadataOf = (envelope: CommandEnvelope, version: number, recordedAt: string): EventMetadata => ({
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
  schemaVersion: String(version),
});
