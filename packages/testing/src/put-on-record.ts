import { createHash } from 'node:crypto';
import type { CommandId, Officer, RecordableEvent, StreamName } from '@demarche/contracts';
import { deriveEventId, type EventStore } from '@demarche/event-store';

const somebody: Officer = {
  id: 'ines.okafor',
  name: 'Ines Okafor',
  role: 'rpa_lead',
  post: 'Reports and Political Affairs',
};

/** Puts events of another service on record, as the past of a story. Each call appends to the end of the stream. */
export const putOnRecord = async (
  store: EventStore,
  stream: StreamName,
  ...events: readonly RecordableEvent[]
): Promise<void> => {
  const revision = (await store.readStream(stream)).at(-1)?.revision;
  const commandId = uuidOf(`${stream}#${revision ?? 'new'}`) as CommandId;
  const appended = await store.append(
    stream,
    events.map(({ type, data }, index) => ({
      eventId: deriveEventId(commandId, index),
      type,
      data,
      metadata: {
        commandId,
        commandFingerprint: commandId,
        correlationId: commandId,
        causationId: commandId,
        actor: somebody.id,
        actorName: somebody.name,
        role: somebody.role,
        post: somebody.post,
        marking: 'U',
        recordedAt: '2026-07-01T09:00:00.000Z',
        schemaVersion: '1',
      },
    })),
    revision ?? 'no-stream',
  );
  if (appended.outcome === 'conflict') throw new Error(`Somebody else wrote to ${stream} while the story was told`);
};

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
