import { type EventDefinition, eventDefinition, PromiseMade } from '@demarche/contracts';
import { describe, expect, test } from 'vitest';
import { asyncApi } from './async-api.ts';
import { dataSchemaOf, messageFor, type Released, releasedOf } from './event-messages.ts';

const promised = eventDefinition('PromiseMade') as EventDefinition;
const shapeOfThen = PromiseMade.data.omit({ madeBy: true });
const inTwoVersions: EventDefinition = { ...promised, version: 2, earlier: { 1: shapeOfThen } };

describe('an event that was released in two versions', () => {
  const [first, second] = releasedOf(inTwoVersions) as readonly [Released, Released];

  test('is two messages, each with the shape of its version', () => {
    expect([first.name, second.name]).toEqual(['PromiseMade.v1', 'PromiseMade.v2']);
    expect(dataSchemaOf(first)).toEqual(['PromiseMade.v1', [shapeOfThen, promised.doc]]);
    expect(dataSchemaOf(second)).toEqual(['PromiseMade.v2', [PromiseMade.data, promised.doc]]);
  });

  test('names the version in title and schema', () => {
    expect(messageFor(first)).toMatchObject({
      name: 'PromiseMade.v1',
      title: 'Promise made, version 1',
      payload: {
        allOf: [
          { $ref: '#/components/schemas/CloudEvent' },
          {
            properties: {
              type: { const: 'demarche.PromiseMade' },
              dataschema: { const: 'urn:demarche:event:PromiseMade:1' },
              schemaversion: { const: '1' },
              data: { $ref: '#/components/schemas/PromiseMade.v1' },
            },
          },
        ],
      },
    });
  });

  test('cannot be described without the shape of the earlier one', () => {
    const [forgotten] = releasedOf({ ...inTwoVersions, earlier: {} }) as readonly [Released];
    expect(() => dataSchemaOf(forgotten)).toThrow('PromiseMade keeps no shape of its version 1');
  });
});

test('messages may stand alone, and bring what they are made of and no more', () => {
  const { channels, components } = asyncApi({ version: '1.2.3', released: releasedOf(promised) }) as never as {
    channels: { events: { messages: object; parameters: { category: object } } };
    components: { schemas: object };
  };
  expect(Object.keys(channels.events.messages)).toEqual(['PromiseMade.v1']);
  expect(channels.events.parameters.category).toMatchObject({ enum: ['engagement'] });
  expect(Object.keys(components.schemas)).toContain('Officer');
  expect(Object.keys(components.schemas)).not.toContain('TierPlacement');
});

test('a bus without messages cannot be described', () => {
  expect(() => asyncApi({ version: '1.2.3', released: [] })).toThrow('without messages');
});
