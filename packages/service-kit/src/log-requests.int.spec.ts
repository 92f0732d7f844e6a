import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createHttpApp } from './http-app.ts';
import { createLogger } from './logger.ts';
import { problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const served = async () => {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const app = createHttpApp({
    logger: createLogger({ service: 'spec', destination }),
    mount(inner) {
      inner.get(['/here', '/livez'], (_request, response) => void response.json({}));
      inner.get('/refused', (_request, response) => sendProblem(response, problem('stale', 'c').problem));
      inner.get('/broken', () => {
        throw new Error('a fault of ours');
      });
      inner.get('/endless', (_request, response) => void response.write('...'));
    },
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  closing.push(() => server.closeAllConnections());
  return { lines, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

test('a request is one line: what was asked, what came of it, how long it took', async () => {
  const { lines, address } = await served();
  await (await fetch(`${address}/here?text=secret`, { headers: { 'x-correlation-id': 'abc' } })).text();

  await expect.poll(() => lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ level: 30, correlationId: 'abc', msg: 'GET /here 200' });
  expect(lines[0]?.['milliseconds']).toBeTypeOf('number');
  expect(JSON.stringify(lines)).not.toContain('secret');
});

test('a refusal carries its code, and a fault of ours is an error with its cause', async () => {
  const { lines, address } = await served();
  await (await fetch(`${address}/refused`)).text();
  await (await fetch(`${address}/broken`, { headers: { 'x-correlation-id': 'abc' } })).text();

  await expect.poll(() => lines).toHaveLength(3);
  expect(lines[0]).toMatchObject({ level: 30, code: 'stale', msg: 'GET /refused 412' });
  expect(lines[1]).toMatchObject({ level: 50, correlationId: 'abc', err: { message: 'a fault of ours' } });
  expect(lines[2]).toMatchObject({ level: 50, code: 'internal-error', msg: 'GET /broken 500' });
});

test('whoever went away before the end is logged as not answered, and what watches the service not at all', async () => {
  const { lines, address } = await served();
  await (await fetch(`${address}/livez`)).text();
  const leaving = new AbortController();
  const answer = await fetch(`${address}/endless`, { signal: leaving.signal });
  await answer.body?.getReader().read();
  leaving.abort();

  await expect.poll(() => lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ msg: 'GET /endless 200', unanswered: true });
});
