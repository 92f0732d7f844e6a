import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';

let gateway: ServedGateway;

beforeAll(async () => {
  gateway = await serveGateway({ queries: new SampleWorld(), settings: { introspection: true } });
});
afterAll(() => gateway.close());

const audits = serverAudits({ url: () => gateway.address });

describe('GraphQL over HTTP, as its audit suite asks it', () => {
  test.each(audits.map(({ id, name, fn }) => [name, id, fn] as const))('%s (%s)', async (_, __, audit) => {
    const result = await audit();
    expect(result).toMatchObject({ status: 'ok' });
  });
});
