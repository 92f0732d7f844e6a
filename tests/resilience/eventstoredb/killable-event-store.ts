import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StoreAddress } from '@demarche/event-store/open';
import { askServer } from './ask-server.ts';
import { certificatesIn } from './certificates.ts';
import { killableEnvironment } from './environment.ts';
import { makeUser } from './make-user.ts';

/** A KurrentDB of one's own, and the means to do to it what happens to servers. */
export interface KillableEventStore {
  readonly store: StoreAddress;
  /** Ends it as a failing machine would. */
  kill(): Promise<void>;
  /** Asks it to end, which it takes seconds for, and goes on acknowledging meanwhile. */
  stop(): Promise<void>;
  /** Freezes it: connections stay open, and nothing answers. */
  pause(): void;
  resume(): void;
  /** Starts it again where it was, and waits until it leads. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface KillableWishes {
  /** Whether it is reached over TLS, and by a user with a password; anybody may come without it. */
  readonly tls?: boolean;
}

/** The command of EVENTSTORE_COMMAND runs a server that it was not asked for. */
export class OptionsIgnored extends Error {
  override readonly name = 'OptionsIgnored';
}

/** Who may read everything can be said over HTTP then. */
const TO_SET_UP = '--enable-atom-pub-over-http';

/** @throws OptionsIgnored where it is to be reached over TLS, and cannot be */
export const killableEventStore = async ({ tls = false }: KillableWishes = {}): Promise<KillableEventStore> => {
  const { command, inherited } = killableEnvironment();
  const folder = mkdtempSync(join(tmpdir(), 'demarche-kurrent-'));
  const port = await freePort();
  const certificates = tls ? await certificatesIn(join(folder, 'certificates')) : undefined;
  const caFile = certificates?.caFile;
  let child: ChildProcess | undefined;
  const end = async (...signals: NodeJS.Signals[]) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const over = once(child, 'exit');
    for (const signal of signals) child.kill(signal);
    await over;
  };
  const start = async () => {
    const given = [String(port), folder, ...(certificates ? [...certificates.options, TO_SET_UP] : [])];
    const started = spawn(command, given, { stdio: 'ignore', env: inherited });
    child = started;
    await leads(port, caFile, started);
  };
  const close = async () => {
    await end('SIGCONT', 'SIGKILL');
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
      kill: () => end('SIGKILL'),
      stop: () => end('SIGTERM'),
      pause: () => void child?.kill('SIGSTOP'),
      resume: () => void child?.kill('SIGCONT'),
      start,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Below those that the system gives to outgoing connections: one of a client that tries to come back could take it. */
const freePort = async (): Promise<number> => {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return isFree ? port : freePort();
};

const LEADS = /"state":\s*"leader"/;

const leads = async (port: number, caFile: string | undefined, child: ChildProcess): Promise<void> => {
  const path = '/info';
  for (;;) {
    // While it starts, what it answers is not always what was asked for.
    if (LEADS.test((await askServer({ port, path, caFile }))?.said ?? '')) return;
    if (caFile !== undefined && (await askServer({ port, path })) !== undefined) {
      throw new OptionsIgnored('the command of EVENTSTORE_COMMAND does not pass on the options for TLS');
    }
    if (child.exitCode !== null) throw new Error(`The command of EVENTSTORE_COMMAND ended with ${child.exitCode}`);
    await setTimeout(100);
  }
};
