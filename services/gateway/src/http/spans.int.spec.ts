import { startTelemetry } from '@demarche/telemetry';
import { startCollector } from '@demarche/testing/collector';
import { expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { serveGateway } from '../spec-kit/serve-gateway.ts';

test('an operation is a span that names its kind and our root fields, and nothing that the client wrote', async () => {
  const collector = await startCollector();
  const telemetry = await startTelemetry({ service: 'gateway', version: '0.1.0', endpoint: collector.endpoint });
  const gateway = await serveGateway({ queries: new SampleWorld() });

  await gateway.ask(
    'query Clandestine($words: String!) { mine: search(text: $words) { totalCount } country(code: "XAA") { name } }',
    { words: 'a name that nobody should see' },
  );
  await gateway.close();
  await telemetry.stop();
  // Whoever stops does not wait for long until it has arrived.
  await collector.until(() => collector.spans().some(({ name }) => name === 'graphql query'));
  await collector.stop();

  const sent = collector.text();
  expect(sent).toContain('"name":"graphql query"');
  expect(sent).toContain('"country search"');
  expect(sent).not.toMatch(/Clandestine|mine|nobody should see|XAA/);
});
