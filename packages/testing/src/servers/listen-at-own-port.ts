import { once } from 'node:events';
import type { Server } from 'node:net';
import { anyPort } from './any-port.ts';

/** Lets a server listen at a free port of this machine that stays free once it listens no more. Answers which. */
export const listenAtOwnPort = async (server: Server): Promise<number> => {
  const port = anyPort();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return listenAtOwnPort(server);
  }
};
