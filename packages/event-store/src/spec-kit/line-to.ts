import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way to a server, on which things can happen that happen on networks. */
export interface Line {
  readonly connectionString: string;
  /** Resolves once no connection to it is open. */
  unused(): Promise<void>;
  /** Nothing comes back from the server any more, on connections that there are; what is sent still arrives. */
  swallowAnswers(): void;
  /** Nothing goes through any more on the connections that there are, in either direction. New ones are not touched. */
  freeze(): void;
  /** Nothing goes through, on new connections neither, until it is thawed. */
  freezeAll(): void;
  thaw(): void;
  /** Ends all connections and takes no new one. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

export const lineTo = async (connectionString: string): Promise<Line> => {
  const target = new URL(connectionString.replace('esdb:', 'http:'));
  const pairs = new Set<Pair>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair = { near, far };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('close', end).on('error', end);
    near.pipe(far);
    far.pipe(near);
    if (frozen) hold(pair);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const { near } of pairs) near.destroy();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    async unused() {
      while (pairs.size > 0) await new Promise((resolve) => [...pairs][0]?.near.once('close', resolve));
    },
    swallowAnswers() {
      for (const { near, far } of pairs) far.unpipe(near).resume();
    },
    freeze() {
      for (const { near, far } of pairs) {
        near.unpipe(far).resume();
        far.unpipe(near).resume();
      }
    },
    freezeAll() {
      frozen = true;
      for (const pair of pairs) hold(pair);
    },
    thaw() {
      frozen = false;
      for (const { near, far } of pairs) {
        near.pipe(far);
        far.pipe(near);
      }
    },
    cut,
    mend: () => listen(port),
    close: async () => {
      if (server.listening) await cut();
    },
  };
};

const hold = ({ near, far }: Pair) => {
  near.unpipe(far).pause();
  far.unpipe(near).pause();
};
