import type { ServerResponse } from 'node:http';
import { serveUntilTold } from './serve-until-told.ts';

/**
 * The hop itself: a server that counts instead of recording, and tells every listener the number in the next turn of its
 * event loop, by the same event stream as ours.
 */
const listeners = new Set<ServerResponse>();
let position = 0;
serveUntilTold((request, response) => {
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
