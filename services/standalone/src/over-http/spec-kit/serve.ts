import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service at an address of its own, which a spec can take away and bring back. */
export interface Served {
  readonly address: string;
  /** How many requests it took. */
  readonly taken: () => number;
  /** Breaks off so many of the next requests. */
  breakOff(requests: number): void;
  /** From now on it takes requests and answers none. */
  freeze(): void;
  /** Gone, with every connection. */
  stop(): Promise<void>;
  /** Back at the same address. */
  start(): Promise<void>;
}

export const serve = async (listener: RequestListener): Promise<Served> => {
  let taken = 0;
  let toBreakOff = 0;
  let frozen = false;
  const server = createServer((request, response) => {
    taken += 1;
    toBreakOff -= 1;
    if (toBreakOff >= 0) request.socket.destroy();
    else if (!frozen) listener(request, response);
  });
  const start = async (port: number) => void (await once(server.listen(port, '127.0.0.1'), 'listening'));
  await start(0);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    taken: () => taken,
    breakOff(requests) {
      toBreakOff = requests;
    },
    freeze() {
      frozen = true;
    },
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    start: () => start(port),
  };
};
