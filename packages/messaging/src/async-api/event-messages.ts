import { type EventDefinition, eventCatalogue, eventDefinition } from '@demarche/contracts';
import { type JsonSchema, type NamedSchema, schemaNamed } from '@demarche/contracts/interfaces';
import { attributeOf, toCloudEvent } from '../cloud-event.ts';
import { messageOf } from '../event-message.ts';
import { headersOf, messageContentType } from '../message-headers.ts';
import { sampleEvent } from './sample-event.ts';

/** A type of event in one of the versions that were ever released. */
export interface Released {
  readonly definition: EventDefinition;
  readonly version: number;
  /** `ImplementationAssessed.v1` */
  readonly name: string;
}

export const allReleased: readonly Released[] = Object.keys(eventCatalogue)
  .flatMap((type) => eventDefinition(type) ?? [])
  .flatMap((definition) => releasedOf(definition));

/** Every version of a type, the first one first. */
export function releasedOf(definition: EventDefinition): readonly Released[] {
  return Array.from({ length: definition.version }, (_, index) => ({
    definition,
    version: index + 1,
    name: `${definition.type}.v${index + 1}`,
  }));
}

/** The shape of the data as that version was released. */
export const dataSchemaOf = ({ definition, version, name }: Released): readonly [string, NamedSchema] => {
  const data = version === definition.version ? definition.data : definition.earlier[version];
  if (!data)
    throw new Error(`${definition.type} keeps no shape of its version ${version}: see EventDefinition.earlier`);
  return [name, [data, definition.doc]];
};

/** One message of the bus: what it means, its headers, its envelope and its data. */
export const messageFor = (released: Released): JsonSchema => {
  const { definition, version, name } = released;
  const event = sampleEvent(definition, version);
  const sample = messageOf(event, event.position - 1);
  return {
    name,
    title: titleOf(released),
    summary: definition.doc,
    tags: [{ name: definition.owner }],
    contentType: messageContentType,
    correlationId: { location: `$message.payload#/${attributeOf('correlationId')}` },
    headers: schemaNamed('MessageHeaders'),
    payload: {
      allOf: [
        schemaNamed('CloudEvent'),
        { type: 'object', properties: { ...fixedIn(released), data: schemaNamed(name) } },
      ],
    },
    examples: [{ name, headers: headersOf(sample), payload: JSON.parse(sample.body) }],
  };
};

/** Attributes that are the same in every message of a type and version. */
const fixedIn = ({ definition, version }: Released): JsonSchema => {
  const envelope = toCloudEvent(sampleEvent(definition, version));
  return Object.fromEntries(
    ['source', 'type', 'dataschema', attributeOf('schemaVersion')].map((name) => [name, { const: envelope[name] }]),
  );
};

const titleOf = ({ definition, version }: Released): string => {
  const words = definition.type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${definition.version > 1 ? `, version ${version}` : ''}`;
};
