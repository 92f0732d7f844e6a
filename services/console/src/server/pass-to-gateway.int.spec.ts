import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { createHttpServer, createLogger, createReadiness } from '@demarche/service-kit';
import { expect, onTestFinished, test } from 'vitest';
import { consoleApp } from './console-app.ts';
import { serveConsole } from './serve-console.ts';

const logger = createLogger({ service: 'test', level: 'silent' });

const listening = async (server: Server): Promise<number> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
};

/** A console that is not patient, before a gateway that says how many bytes it was sent. */
const startConsole = async (): Promise<number> => {
  const behind = createServer((asked, response) => {
    buffer(asked).then(
      ({ length }) => response.end(String(length)),
      () => response.destroy(),
    );
  });
  const app = consoleApp({
    logger,
    readiness: createReadiness(),
    checks: {},
    hosts: ['localhost'],
    gateway: `http://127.0.0.1:${await listening(behind)}`,
    pages: serveConsole({ marking: 'UNCLASSIFIED', demonstration: false }),
  });
  return listening(createHttpServer(app, { requestMs: 500, requestBytes: 1 }));
};

const PIECE = Buffer.alloc(40_000);
const PIECES = 20;

test.each([
  ['a file', '/import/preview', 200, String(PIECES * PIECE.length)],
  ['a file, in another spelling', '/Import/Preview/', 200, String(PIECES * PIECE.length)],
  ['a command', '/api/engagements', 408, expect.stringContaining('too-slow')],
])('%s that takes long to arrive is answered as is right for it', async (_, path, status, said) => {
  const headers = { 'content-type': 'application/json', 'content-length': PIECES * PIECE.length };
  const sent = request({ port: await startConsole(), method: 'POST', path, headers }).on('error', () => undefined);
  const answered = once(sent, 'response');
  for (let at = 0; at < PIECES; at += 1) {
    sent.write(PIECE);
    await delay(50);
  }
  sent.end();
  const [response] = await answered;
  expect([response.statusCode, String(await buffer(response))]).toEqual([status, said]);
});
