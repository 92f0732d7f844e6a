import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StoreAddress } from '@demarche/event-store/open';
import { askServer } from './ask-server.ts';
import { certificatesIn } from './certificates.ts';
import { makeUser } from './make-user.ts';
import { freePort, OptionsIgnored, serverProcess } from './server-process.ts';

/** A KurrentDB of one's own, and the means to do to it what happens to servers. */
export interface KillableEventStore {
  readonly store: StoreAddress;
  /** Ends it as a failing machine would. */
  kill(): Promise<void>;
  /** Asks it to end, which it takes seconds for, and goes on acknowledging meanwhile. */
  stop(): Promise<void>;
  /** Freezes it: connections stay open, and nothing answers. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Starts it again where it was, and waits until it leads. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface KillableWishes {
  /** Whether it is reached over TLS, and by a user with a password; anybody may come without it. */
  readonly tls?: boolean;
}

/** Who may read everything can be said over HTTP then. */
const TO_SET_UP = '--enable-atom-pub-over-http';

/** @throws OptionsIgnored where it is to be reached over TLS, and cannot be */
export const killableEventStore = async ({ tls = false }: KillableWishes = {}): Promise<KillableEventStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-kurrent-'));
  const port = await freePort();
  const certificates = tls ? await certificatesIn(join(folder, 'certificates')) : undefined;
  const caFile = certificates?.caFile;
  const options = certificates && [...certificates.options, TO_SET_UP];
  const server = serverProcess({ port, folder, options, caFile });
  const start = async () => {
    server.start();
    while ((await server.state()) !== 'leader') {
      if (caFile !== undefined && (await askServer({ port, path: '/info' })) !== undefined) {
        throw new OptionsIgnored('the command of EVENTSTORE_COMMAND does not pass on the options for TLS');
      }
      await setTimeout(100);
    }
  };
  const close = async () => {
    await server.end('SIGCONT', 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const reached = async (): Promise<StoreAddress> =>
    caFile === undefined
      ? { address: `esdb://127.0.0.1:${port}?tls=false` }
      : { address: `esdb://127.0.0.1:${port}`, caFile, ...(await makeUser(port, caFile)) };
  try {
    await start();
    return {
      store: await reached(),
      kill: () => server.end('SIGKILL'),
      stop: () => server.end('SIGTERM'),
      pause: async () => server.pause(),
      resume: async () => server.resume(),
      start,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
