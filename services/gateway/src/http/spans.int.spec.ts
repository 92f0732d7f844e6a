import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startTelemetry } from '@demarche/telemetry';
import { expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { serveGateway } from '../spec-kit/serve-gateway.ts';

/** A collector that keeps what it is sent. */
const collecting = async () => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { bodies, server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

test('an operation is a span that names its kind and our root fields, and nothing that the client wrote', async () => {
  const { bodies, server, endpoint } = await collecting();
  const telemetry = await startTelemetry({ service: 'gateway', version: '0.1.0', endpoint });
  const gateway = await serveGateway({ queries: new SampleWorld() });

  await gateway.ask(
    'query Clandestine($words: String!) { mine: search(text: $words) { totalCount } country(code: "XAA") { name } }',
    { words: 'a name that nobody should see' },
  );
  await gateway.close();
  await telemetry.stop();
  server.close();

  const sent = bodies.join();
  expect(sent).toContain('"name":"graphql query"');
  expect(sent).toContain('"country search"');
  expect(sent).not.toMatch(/Clandestine|mine|nobody should see|XAA/);
});
