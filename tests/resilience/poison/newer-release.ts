import { type EventDefinition, eventCatalogue, type RecordedEvent } from '@demarche/contracts';
import { z } from 'zod';

const NEWER = 99;

/** An event as a later release of Demarche would record it: in a version and a shape that this one knows nothing of. */
export const asNewerReleaseWrites = (event: RecordedEvent): RecordedEvent => ({
  ...event,
  data: { inside: event.data, addedLater: true },
  metadata: { ...event.metadata, schemaVersion: String(NEWER) },
});

/** From now on this process is that later release: it reads both shapes. */
export const becomeNewerRelease = (): void => {
  const catalogue = eventCatalogue as unknown as Record<string, EventDefinition>;
  for (const [type, definition] of Object.entries(catalogue)) catalogue[type] = newer(definition);
};

const newer = (definition: EventDefinition): EventDefinition => {
  const upcasters: Record<number, (data: Record<string, unknown>) => Record<string, unknown>> = {
    ...definition.upcasters,
  };
  for (let version = definition.version; version < NEWER - 1; version += 1) upcasters[version] = (data) => data;
  upcasters[NEWER - 1] = (data) => ({ inside: data, addedLater: false });
  const data = z.preprocess((written) => (written as { inside: unknown }).inside, definition.data);
  return { ...definition, version: NEWER, upcasters, data } as unknown as EventDefinition;
};
