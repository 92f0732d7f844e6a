import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { listenAtOwnPort } from './listen-at-own-port.ts';

/** A port that leads to a server, or, while it is closed, to nothing at all. */
export interface ForwardedPort {
  readonly port: number;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Takes a free port, closed at first. */
export const forwardPort = async (to: { readonly host: string; readonly port: number }): Promise<ForwardedPort> => {
  const ends = new Set<() => void>();
  const server = createServer((near) => {
    const far = connect(to.port, to.host);
    const end = () => {
      ends.delete(end);
      near.destroy();
      far.destroy();
    };
    ends.add(end);
    for (const socket of [near, far]) socket.on('close', end).on('error', end);
    near.pipe(far).pipe(near);
  });
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const end of ends) end();
    await closed;
  };
  const port = await listenAtOwnPort(server);
  await close();
  return {
    port,
    async open() {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    },
    close,
  };
};
