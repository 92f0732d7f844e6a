import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems hand out by themselves: nothing else takes such a port while a service is down. */
const [FIRST, LAST] = [12_000, 19_999];

/** Ports of this machine that nobody listens on, and that stay free until they are asked for again. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const found = new Set<number>();
  while (found.size < count) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) found.add(port);
  }
  return [...found];
};

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1');
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!(await listening)) return false;
  await new Promise((closed) => server.close(closed));
  return true;
};
