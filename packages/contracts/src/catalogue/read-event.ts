import type { EventDefinition } from './define-event.ts';
import { eventDefinition, type RecordableEvent } from './event-catalogue.ts';

/** An event whose type, version or data this release cannot take. Whoever meets it stops there and says so; nobody skips it. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

const upcast = (definition: EventDefinition, data: unknown, schemaVersion: number): unknown => {
  let current = data as Record<string, unknown>;
  for (let version = schemaVersion; version < definition.version; version += 1) {
    const upcaster = definition.upcasters[version];
    if (!upcaster) throw new UnreadableEvent(`${definition.type} has no upcaster from version ${version}`);
    current = upcaster(current);
  }
  return current;
};

/**
 * Upcasts stored data to the newest version and validates it.
 * @throws UnreadableEvent naming the type, the version and the first faulty field.
 */
export const readEventAs = (
  definition: EventDefinition,
  data: unknown,
  schemaVersion: number,
): { type: string; data: unknown } => {
  if (!(schemaVersion >= 1 && schemaVersion <= definition.version)) {
    throw new UnreadableEvent(
      `${definition.type} version ${schemaVersion} is newer than this release knows (${definition.version}): update Demarche`,
    );
  }
  const parsed = definition.data.safeParse(upcast(definition, data, schemaVersion));
  if (parsed.success) return { type: definition.type, data: parsed.data };
  const issue = parsed.error.issues[0];
  throw new UnreadableEvent(
    `${definition.type} version ${schemaVersion}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
};

/** `readEventAs` with the definition looked up in the catalogue. */
export const readEvent = (stored: {
  readonly type: string;
  readonly data: unknown;
  readonly schemaVersion: number;
}): RecordableEvent => {
  const definition = eventDefinition(stored.type);
  if (!definition) throw new UnreadableEvent(`${stored.type} is not in the catalogue of this release: update Demarche`);
  return readEventAs(definition, stored.data, stored.schemaVersion) as RecordableEvent;
};
