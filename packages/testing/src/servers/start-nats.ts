import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { anyPort } from './any-port.ts';
import { type NatsConfigOptions, natsConfig } from './nats-config.ts';
import { natsInstalled, natsProgram } from './nats-installed.ts';

export type StartNatsOptions = Pick<NatsConfigOptions, 'user' | 'password' | 'tls' | 'maxPayload'>;

/** A real NATS server with JetStream, and the means to do to it what happens to servers. */
export interface NatsServer {
  /** Stays the same however often the server is started again. */
  readonly url: string;
  /** Of the process that runs at the moment; nothing while it is down. */
  readonly pid: number | undefined;
  /** Ends it as a failing machine would, without a word. Paused or not. */
  kill(): Promise<void>;
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>;
  /** Freezes it: connections stay open, and nothing answers. Resolves once it stands still. */
  pause(): Promise<void>;
  resume(): void;
  /** Starts it again where it was, with what it still holds. */
  start(): Promise<void>;
  /** Deletes everything that it holds. Only while it is down. */
  wipe(): void;
  /** Ends it for good and leaves nothing behind. */
  close(): Promise<void>;
}

const ATTEMPTS = 20;

/** Starts a server of its own on a free port of this machine. It does not outlive this process. */
export const startNats = async (options: StartNatsOptions = {}): Promise<NatsServer> => {
  const installed = natsInstalled();
  if (installed !== true) throw new Error(installed);
  const folder = mkdtempSync(join(tmpdir(), 'demarche-nats-'));
  const data = join(folder, 'data');
  const configFile = join(folder, 'nats.conf');
  let child: ChildProcess | undefined;
  const clear = () => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', clear);

  const end = async (signals: readonly NodeJS.Signals[]): Promise<void> => {
    if (!child || isOver(child)) return;
    const over = once(child, 'exit');
    for (const signal of signals) child.kill(signal);
    await over;
  };
  const moves = (): boolean => child?.pid !== undefined && !isOver(child) && !standsStill(child.pid);
  const start = async (): Promise<void> => {
    if (child && !isOver(child)) throw new Error('The server runs already');
    child = await launch(configFile);
  };
  const startOnFreePort = async (attempt = 1): Promise<number> => {
    const port = anyPort();
    writeFileSync(configFile, natsConfig({ ...options, port, folder: data }));
    try {
      await start();
      return port;
    } catch (error) {
      if (attempt === ATTEMPTS || !String(error).includes('address already in use')) throw error;
      return startOnFreePort(attempt + 1);
    }
  };

  const port = await startOnFreePort();
  return {
    url: `${options.tls ? 'tls' : 'nats'}://127.0.0.1:${port}`,
    get pid() {
      return child && !isOver(child) ? child.pid : undefined;
    },
    kill: () => end(['SIGKILL']),
    stop: () => end(['SIGCONT', 'SIGTERM']),
    async pause() {
      child?.kill('SIGSTOP');
      while (moves()) await setImmediate();
    },
    resume: () => void child?.kill('SIGCONT'),
    start,
    wipe() {
      if (child && !isOver(child)) throw new Error('The server still runs: stop or kill it before its data is deleted');
      rmSync(data, { recursive: true, force: true });
    },
    async close() {
      await end(['SIGKILL']);
      process.removeListener('exit', clear);
      clear();
    },
  };
};

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** On a busy machine the last of its threads stops some time after the signal. Where there is no /proc, at once. */
const standsStill = (pid: number): boolean => {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.every((thread) => /\) [TtZX] /.test(readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')));
  } catch {
    return true;
  }
};

/** Resolves once it takes connections. */
const launch = async (configFile: string): Promise<ChildProcess> => {
  const child = spawn(natsProgram() as string, ['-c', configFile], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    if (line.includes('Server is ready')) {
      child.stderr.resume();
      return child;
    }
  }
  throw new Error(`nats-server ended before it took connections:\n${said.join('\n')}`);
};
