import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCache } from '@demarche/testing';

export const main = fileURLToPath(new URL('../../../services/standalone/src/main.ts', import.meta.url));

export interface KillableDemarche {
  /** The address of the process that runs, once it is ready; while none is, of the next. Fails when one ends by itself. */
  whenUp(): Promise<string>;
  start(): void;
  /** How often it was started. */
  starts(): number;
  /** SIGKILL; whoever asks from now on waits for the next process. */
  kill(): Promise<void>;
  /** SIGTERM, and waits for the orderly end. */
  stop(): Promise<void>;
}

export interface KillableOptions {
  readonly folder: string;
  /** Loaded before anything else: puts another module in the place of one of Demarche's. */
  readonly preload?: URL;
  /** Where Node keeps what it has compiled, if not where all do. It writes there at an orderly end only. */
  readonly compiled?: string;
}

/** The real standalone, started and killed again and again on one data folder. */
export const killableDemarche = ({ folder, preload, compiled = compileCache }: KillableOptions): KillableDemarche => {
  let up = Promise.withResolvers<string>();
  let isUp = false;
  let running: ChildProcess | undefined;
  /** Whoever waits already goes on waiting: a process killed before it was ready has disappointed nobody. */
  const awaitNext = (): void => {
    if (!isUp) return;
    isUp = false;
    up = Promise.withResolvers();
  };

  let starts = 0;
  const start = (): void => {
    starts += 1;
    const child = spawn(process.execPath, [...(preload ? ['--import', preload.href] : []), main], {
      env: {
        DEMARCHE_PORT: '0',
        DEMARCHE_DATA: join(folder, 'data'),
        DEMARCHE_DEMO: 'no',
        DEMARCHE_PAGES: 'as-built',
        NODE_COMPILE_CACHE: compiled,
        // As under npm, it then ends by itself once nobody is there any more to kill it.
        npm_lifecycle_event: 'test',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /ready at (\S+)/.exec(said)?.[1];
      if (!address || isUp || running !== child) return;
      isUp = true;
      up.resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code, signal) => {
      if (running !== child) return;
      running = undefined;
      awaitNext();
      // Told to whoever waits; that nobody happens to is no fault of its own.
      up.promise.catch(() => {});
      up.reject(new Error(`Demarche ended by itself with ${code ?? signal}: ${said}`));
    });
    running = child;
  };

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const child = running;
    if (!child) return;
    awaitNext();
    running = undefined;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };

  return {
    whenUp: () => up.promise,
    start,
    starts: () => starts,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
};

/** Starts and stops Demarche once, so that Node need not compile it at every start after a kill. */
export const compileOnce = async (folder: string): Promise<string> => {
  const compiled = join(folder, 'compiled');
  const demarche = killableDemarche({ folder, compiled });
  try {
    demarche.start();
    await demarche.whenUp();
    await demarche.stop();
    return compiled;
  } finally {
    await demarche.kill();
  }
};
