import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { killableEnvironment } from './environment.ts';

/** A KurrentDB of one's own, and the means to do to it what happens to servers. */
export interface KillableEventStore {
  readonly connectionString: string;
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

export const killableEventStore = async (command: string): Promise<KillableEventStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-kurrent-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const end = async (...signals: NodeJS.Signals[]) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const over = once(child, 'exit');
    for (const signal of signals) child.kill(signal);
    await over;
  };
  const start = async () => {
    const started = spawn(command, [String(port), folder], { stdio: 'ignore', env: killableEnvironment().inherited });
    child = started;
    await leads(port, started);
  };
  await start();
  return {
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    start,
    async close() {
      await end('SIGCONT', 'SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
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

/** While it starts, what it answers is not always what was asked for. */
const stateAt = async (port: number): Promise<string | undefined> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/info`);
    return ((await answer.json()) as { state?: string }).state;
  } catch {
    return undefined;
  }
};

const leads = async (port: number, child: ChildProcess): Promise<void> => {
  for (;;) {
    if ((await stateAt(port)) === 'leader') return;
    if (child.exitCode !== null) throw new Error(`The command of EVENTSTORE_COMMAND ended with ${child.exitCode}`);
    await setTimeout(100);
  }
};
