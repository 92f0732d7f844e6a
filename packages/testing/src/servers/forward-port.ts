import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

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
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const end of ends) end();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  await close();
  return { port, open: () => listen(port), close };
};
