import { type JsonSchema, jsonSchemas } from '@demarche/contracts/interfaces';
import { messageContentType, messageHeaders, traceHeader } from '../message-headers.ts';
import { notOneCountry } from '../message-subject.ts';
import { cloudEventSchema } from './cloud-event-schema.ts';
import { allReleased, dataSchemaOf, messageFor, type Released } from './event-messages.ts';
import { channelDescription, introduction } from './introduction.ts';
import { sampleEvent } from './sample-event.ts';

export interface AsyncApiOptions {
  readonly version: string;
  /** Which messages are described; all that were ever released unless it says otherwise. */
  readonly released?: readonly Released[];
}

/** The bus as an AsyncAPI 3.0 document, made from the catalogue of events. Pure: the same release makes the same document. */
export const asyncApi = ({ version, released = allReleased }: AsyncApiOptions): JsonSchema => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Demarche: the bus',
    version,
    description: introduction,
    license: { name: 'MIT' },
  },
  defaultContentType: messageContentType,
  servers: {
    bus: {
      host: 'nats.example:4222',
      protocol: 'nats',
      security: [{ $ref: '#/components/securitySchemes/account' }],
      description:
        'NATS with JetStream, at the address that your installation uses. It may ask for TLS. Where Demarche runs by its compose file nothing outside reaches the bus until whoever runs it publishes it: `infra/nats/README.md`, "A program outside".',
    },
  },
  channels: { events: eventChannel(released) },
  operations: {
    followEvents: {
      action: 'receive',
      channel: { $ref: '#/channels/events' },
      summary: 'Follow what is recorded, in order, from any point on.',
      description:
        'With an ordered consumer of JetStream, which acknowledges nothing and begins anew by itself when it misses something.',
    },
  },
  components: {
    securitySchemes: {
      account: {
        type: 'userPassword',
        description:
          'An account of the bus, where your installation asks for one. Whoever follows needs only the right to read: `infra/nats/outside.conf` has such a user, `reader`, whose client has to use the inbox prefix `_INBOX_reader`.',
      },
    },
    messages: Object.fromEntries(released.map((one) => [one.name, messageFor(one)])),
    schemas: schemasFor(released),
  },
});

const eventChannel = (released: readonly Released[]): JsonSchema => ({
  address: 'demarche.{category}.{eventType}.{country}',
  title: 'Everything that is recorded',
  description: channelDescription,
  servers: [{ $ref: '#/servers/bus' }],
  parameters: {
    category: {
      description: 'The kind of record that the event belongs to.',
      enum: [...new Set(released.map(({ definition }) => definition.stream))].toSorted(),
    },
    eventType: {
      description: 'What happened.',
      enum: [...new Set(released.map(({ definition }) => definition.type))],
    },
    country: {
      description: `The country it is about, ISO 3166-1 alpha-3. \`${notOneCountry.none}\`: none. \`${notOneCountry.several}\`: several, which stand in \`countries\`. \`${notOneCountry.unknown}\`: an event that the release which published it cannot read.`,
      examples: ['XKD', ...Object.values(notOneCountry)],
    },
  },
  messages: Object.fromEntries(released.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
});

const schemasFor = (released: readonly Released[]): JsonSchema => {
  const [first] = released;
  if (!first) throw new Error('A bus without messages cannot be described');
  return {
    CloudEvent: cloudEventSchema(sampleEvent(first.definition, first.version)),
    MessageHeaders: headersSchema,
    ...jsonSchemas(Object.fromEntries(released.map(dataSchemaOf)), { target: 'draft-07', io: 'output' }),
  };
};

const headerSchemas: Readonly<Record<keyof typeof messageHeaders, JsonSchema>> = {
  id: { type: 'string', format: 'uuid', description: 'The event’s `id`.' },
  position: { type: 'string', pattern: '^[1-9]\\d*$', description: 'The event’s `position`.' },
  previousPosition: {
    type: 'string',
    pattern: '^\\d+$',
    description: 'The position of the event before it in the whole record; 0 before the first.',
  },
  contentType: { const: messageContentType },
};

const headersSchema: JsonSchema = {
  type: 'object',
  description: 'What is needed to find a place in the stream and to see a gap, without opening the body.',
  properties: {
    ...Object.fromEntries(
      Object.entries(messageHeaders).map(([key, name]) => [name, headerSchemas[key as keyof typeof messageHeaders]]),
    ),
    [traceHeader]: {
      type: 'string',
      description: 'The W3C trace context in which it was recorded, where traces are kept.',
    },
  },
  required: Object.values(messageHeaders),
};
