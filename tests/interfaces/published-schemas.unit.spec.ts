import { readFileSync } from 'node:fs';
import asyncApiSchemas from '@asyncapi/specs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';

const golden = (name: string): Record<string, never> =>
  JSON.parse(readFileSync(new URL(`../../services/cli/${name}.json`, import.meta.url), 'utf8'));

const openApiFaults = async (document: object): Promise<unknown> =>
  (await new Validator().validate(structuredClone(document) as never)).errors ?? [];

/** The schema brings the one of JSON Schema with it, which ajv must therefore not have of its own. */
const ajv = formats.default(new Ajv({ strict: false, meta: false, validateSchema: false }));
const fitsAsyncApi = ajv.compile(asyncApiSchemas.schemas['3.0.0'] as object);
const asyncApiFaults = (document: object): unknown => (fitsAsyncApi(document) ? [] : fitsAsyncApi.errors);

describe('services/cli/openapi.json', () => {
  const document = golden('openapi');

  test('is an OpenAPI 3.1 document by the published schema', async () => {
    expect(await openApiFaults(document)).toEqual([]);
  });

  test.each([
    ['an answer without a description', { paths: { '/x': { post: { responses: { 200: {} } } } } }],
    ['a parameter that is nowhere', { paths: { '/x': { parameters: [{ name: 'y', in: 'nowhere', schema: {} }] } } }],
    ['no version', { info: { title: 'Demarche' } }],
  ])('%s would be found', async (_, fault) => {
    expect(await openApiFaults({ ...document, ...fault })).not.toEqual([]);
  });
});

describe('services/cli/asyncapi.json', () => {
  const document = golden('asyncapi');

  test('is an AsyncAPI 3.0 document by the published schema', () => {
    expect(asyncApiFaults(document)).toEqual([]);
  });

  test.each([
    [
      'an operation that neither sends nor receives',
      { operations: { x: { action: 'publish', channel: { $ref: '#/channels/events' } } } },
    ],
    ['a server without a protocol', { servers: { bus: { host: 'nats.example' } } }],
    ['a channel of another version of AsyncAPI', { channels: { events: { subscribe: {} } } }],
  ])('%s would be found', (_, fault) => {
    expect(asyncApiFaults({ ...document, ...fault })).not.toEqual([]);
  });
});
