import { EventMetadata, type RecordedEvent } from '@demarche/contracts';
import type { JsonSchema } from '@demarche/contracts/interfaces';
import { z } from 'zod';
import { attributeOf, metadataKeys, toCloudEvent } from '../cloud-event.ts';
import { sampleMetadata } from './sample-event.ts';

/** What each field of an event's metadata means to whoever receives it. */
const metadataMeanings = {
  commandId: 'The command that recorded it: its idempotency key. Events of one command carry the same.',
  commandFingerprint: 'SHA-256 of the command’s name and input.',
  correlationId: 'What the command belonged to, as its sender named it.',
  causationId: 'What caused it: the command.',
  actor: 'Who recorded it, by their id.',
  actorName: 'Who recorded it, by name.',
  role: 'The role in which they did.',
  post: 'The post at which they were.',
  marking: 'How it is to be handled: `U` is unclassified, `SBU` sensitive but unclassified.',
  recordedAt: 'When it was recorded: the moment of record, not the day on which it happened, which stands in `data`.',
  schemaVersion: 'The version of `data`, a whole number.',
  traceparent: 'The W3C trace context in which it was recorded, where traces are kept.',
} as const satisfies Record<keyof EventMetadata, string>;

const meanings: Readonly<Record<string, string>> = {
  specversion: 'The version of CloudEvents.',
  id: 'The event, by a UUID that is the same however often it is sent.',
  source: 'The kind of record that it belongs to.',
  type: '`demarche.` and the type of the event.',
  subject: 'The record that it belongs to, by its reference.',
  datacontenttype: 'What `data` is.',
  dataschema: 'The type and the version of `data`.',
  furthermetadata:
    'What a later release of Demarche keeps with an event and this one does not know, as JSON in a text.',
  countries: 'The countries it is about, with commas between. Left out where this release cannot tell.',
  stream: 'The record that it belongs to, by the name of its stream.',
  revision: 'Counts the events of one record from 0.',
  position: 'Where it stands in the order of the whole record. In digits, because a CloudEvents integer has 32 bits.',
  data: 'What happened.',
  ...Object.fromEntries(metadataKeys.map((key) => [attributeOf(key), metadataMeanings[key]])),
};

const schemaOf = (key: keyof EventMetadata): JsonSchema => {
  const { $schema: _dialect, pattern, ...schema } = z.toJSONSchema(EventMetadata.shape[key], { target: 'draft-07' });
  return schema.format === undefined ? { ...schema, ...(pattern === undefined ? {} : { pattern }) } : schema;
};

const metadataSchemas = Object.fromEntries(metadataKeys.map((key) => [attributeOf(key), schemaOf(key)]));

const otherSchemas: Readonly<Record<string, JsonSchema>> = {
  specversion: { const: '1.0' },
  id: { type: 'string', format: 'uuid' },
  datacontenttype: { const: 'application/json' },
  countries: { type: 'string', pattern: '^(?:[A-Z]{3}(?:,[A-Z]{3})*)?$' },
  revision: { type: 'integer', minimum: 0 },
  position: { type: 'string', pattern: '^[1-9]\\d*$' },
  data: { type: 'object' },
};

/** The envelope of every message: whatever `toCloudEvent` puts into one. */
export const cloudEventSchema = (event: RecordedEvent): JsonSchema => {
  const always = Object.keys(toCloudEvent(barest(event), 'unknown'));
  const ever = Object.keys(toCloudEvent(fullest(event), ['XKD']));
  return {
    type: 'object',
    description: 'A CloudEvent 1.0 in structured mode.',
    properties: Object.fromEntries(ever.map((attribute) => [attribute, propertyOf(attribute)])),
    required: always,
  };
};

/** @throws where nobody has said what an attribute means */
const propertyOf = (attribute: string): JsonSchema => {
  const description = meanings[attribute];
  if (!description)
    throw new Error(`${attribute} of the CloudEvent has no description in packages/messaging/src/async-api`);
  return { ...(otherSchemas[attribute] ?? metadataSchemas[attribute] ?? { type: 'string' }), description };
};

const fullest = (event: RecordedEvent): RecordedEvent => ({
  ...event,
  metadata: Object.assign({ ofALaterRelease: 'something' }, sampleMetadata),
});

const barest = (event: RecordedEvent): RecordedEvent => ({
  ...event,
  metadata: Object.fromEntries(
    Object.entries(sampleMetadata).filter(([key]) => !isOptional(key as keyof EventMetadata)),
  ) as EventMetadata,
});

const isOptional = (key: keyof EventMetadata): boolean => EventMetadata.shape[key]._zod.optin === 'optional';
