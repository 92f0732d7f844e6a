import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { compileCache } from './compile-cache.ts';

export interface RunningService {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  /** Asks it to stop, and answers its exit code; of one that has stopped already, too. */
  stop(): Promise<number | null>;
}

export interface EndedService {
  readonly exitCode: number | null;
  readonly errors: string;
}

type Variables = Readonly<Record<string, string>>;

/** Starts a service's `main.ts` as its own process on a free port, with these settings and no others. */
export const runService = async (main: URL, variables: Variables): Promise<RunningService> => {
  const child = launch(main, { DEMARCHE_PORT: '0', ...variables });
  const address = await Promise.race([listening(child), endedEarly(child)]);
  return {
    address,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      return ((await ended) as [number | null])[0];
    },
  };
};

/** Starts a service that is expected to end by itself, and waits for that. */
export const runToItsEnd = async (main: URL, variables: Variables): Promise<EndedService> => {
  const child = launch(main, variables);
  const errors = textOf(child);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, errors: errors() };
};

const launch = (main: URL, variables: Variables): ChildProcess =>
  spawn(process.execPath, [main.pathname], {
    env: { NODE_COMPILE_CACHE: compileCache, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The first line of its log that says where it listens. */
const listening = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('The service has no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, address, port } = JSON.parse(line) as { msg?: string; address?: string; port?: number };
    if (msg === 'listening') {
      child.stdout.resume();
      return `http://${address}:${port}`;
    }
  }
  return endedEarly(child);
};

const endedEarly = async (child: ChildProcess): Promise<never> => {
  const errors = textOf(child);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  throw new Error(`The service ended with ${exitCode} before it listened: ${errors()}`);
};

const textOf = (child: ChildProcess): (() => string) => {
  let text = '';
  child.stderr?.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  return () => text;
};
