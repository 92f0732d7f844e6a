import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { createHttpServer } from './http-server.ts';
import { standStill } from './spec-kit/stand-still.ts';
import { letArrive } from './watch-arrival.ts';

const REQUEST_MS = 100;

test.each<[string, (request: IncomingMessage) => void, string, string]>([
  ['the whole of it, then it has arrived', () => undefined, '12345', ''],
  ['more of what is let arrive, then it keeps coming', letArrive, '12', '345'],
])('given that while we stand still there comes %s', async (_, arriving, meanwhile, later) => {
  const asked = Promise.withResolvers<void>();
  const server = createHttpServer(
    (request, response) => {
      arriving(request);
      request.resume().once('end', () => response.end('ok'));
      asked.resolve();
    },
    { requestMs: REQUEST_MS, requestBytes: 1 },
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  socket.write('POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 5\r\n\r\n');
  await asked.promise;
  socket.write(meanwhile);
  standStill(2 * REQUEST_MS);
  // Our own time is over now, and is looked at before anything is read.
  socket.write(later);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n.*ok$/s);
});
