import { type RecordedEvent, readEvent } from '@demarche/contracts';
import type { ProjectedEvent } from './projector.ts';

export type Reading =
  | { readonly outcome: 'readable'; readonly event: ProjectedEvent }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/** Upcasts and validates an event, once for all projectors. */
export const readRecordedEvent = (recorded: RecordedEvent): Reading => {
  const { eventId, type, data, metadata, stream, revision, position } = recorded;
  try {
    const event = readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) });
    const { recordedAt } = metadata;
    return { outcome: 'readable', event: { event, eventId, stream, revision, position, recordedAt } };
  } catch (error) {
    return { outcome: 'unreadable', reason: (error as Error).message };
  }
};
