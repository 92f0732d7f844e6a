import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems hand out by themselves: nothing else takes such a port while a service is down. */
const [FIRST, LAST] = [12_000, 19_999];

/**
 * Ports of this machine that nobody listens on, and that stay free until they are asked for again. Other tests get others,
 * also those of another process and while a service is down: whoever has a port holds the datagram port of the same number
 * until its process ends.
 */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const found: number[] = [];
  while (found.length < count) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await taken(port)) found.push(port);
  }
  return found;
};

/** The first of so many in a row. */
export const freeRow = async (count: number): Promise<number> => {
  for (;;) {
    const first = FIRST + Math.floor(Math.random() * (LAST - FIRST - count));
    if (await isWholeRow(first, count)) return first;
  }
};

const isWholeRow = async (first: number, count: number): Promise<boolean> => {
  for (let port = first; port < first + count; port += 1) {
    if (!(await taken(port))) return false;
  }
  return true;
};

/** Whether it could be had: from here on it is this process's. */
const taken = async (port: number): Promise<boolean> => (await marked(port)) && (await isFree(port));

const marked = async (port: number): Promise<boolean> => {
  const mark = createSocket('udp4').unref();
  mark.bind({ port, address: '127.0.0.1', exclusive: true });
  const held = await once(mark, 'listening').then(
    () => true,
    () => false,
  );
  if (!held) mark.close();
  return held;
};

/** Whether nobody listens on it at the moment. */
export const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1');
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!(await listening)) return false;
  await new Promise((closed) => server.close(closed));
  return true;
};
