import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';

test('says where it listens, and that it is starting until it serves', async () => {
  const { server, address, serve } = await listen('127.0.0.1', 0);
  const early = await fetch(address);
  expect(early.status).toBe(503);
  expect(await early.text()).toContain('Demarche is starting.');

  serve((_request, response) => response.end('here'));

  expect(await (await fetch(address)).text()).toBe('here');
  server.closeAllConnections();
  server.close();
});

test('a port that is taken is refused with a sentence that names the setting', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;

  await expect(listen('127.0.0.1', port)).rejects.toThrow(
    `Port ${port} is taken by another program. Choose another with DEMARCHE_PORT`,
  );
  other.close();
});
