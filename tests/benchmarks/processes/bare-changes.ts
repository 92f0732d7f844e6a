import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The hop itself: a server that counts instead of recording, and tells every listener the number in the next turn of its
 * event loop, by the same event stream as ours.
 */
const listeners = new Set<ServerResponse>();
let position = 0;
const server = createServer((request, response) => {
  if (request.headers.accept === 'text/event-stream') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    listeners.add(response);
    response.once('close', () => listeners.delete(response));
    return;
  }
  request.resume().once('end', () => {
    position += 1;
    const told = position;
    response.writeHead(201, { 'x-position': String(told) }).end('{}');
    setImmediate(() => {
      for (const listener of listeners)
        listener.write(`event: next\ndata: {"data":{"changes":{"position":${told}}}}\n\n`);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const { address, port } = server.address() as AddressInfo;
  console.log(`ready at http://${address}:${port}`);
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
