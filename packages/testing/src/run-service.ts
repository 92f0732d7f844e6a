import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { compileCache } from './compile-cache.ts';

export interface RunningService {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  /** What its log holds so far. */
  log(): readonly LogLine[];
  /** Asks it to stop, and answers its exit code; of one that has stopped already, too. */
  stop(): Promise<number | null>;
}

export interface LogLine {
  /** 30 is info, 40 warn, 50 error. */
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message: string };
  readonly address?: string;
  readonly port?: number;
}

export interface EndedService {
  readonly exitCode: number | null;
  readonly errors: string;
}

type Variables = Readonly<Record<string, string>>;

/** Starts a service's `main.ts` as its own process on a free port, with these settings and no others. */
export const runService = async (main: URL, variables: Variables): Promise<RunningService> => {
  const child = launch(main, { DEMARCHE_PORT: '0', ...variables });
  const lines: LogLine[] = [];
  const address = await Promise.race([listening(child, lines), endedEarly(child)]);
  return {
    address,
    log: () => [...lines],
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

/** Where it listens, once its log says so. Of what the log holds every line is kept. */
const listening = (child: ChildProcess, kept: LogLine[]): Promise<string> => {
  if (!child.stdout) throw new Error('The service has no standard output');
  const { promise, resolve } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as LogLine;
    kept.push(said);
    if (said.msg === 'listening') resolve(`http://${said.address}:${said.port}`);
  });
  return promise;
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
