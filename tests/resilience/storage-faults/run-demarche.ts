import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compileCache } from '@demarche/testing';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../../../services/standalone/src/main.ts', import.meta.url));

export interface RunWishes {
  /** The data folder. */
  readonly folder: string;
  /** Under another account, where this one may give itself that. */
  readonly uid?: number;
  /** Loaded before anything else, to take a guard away. */
  readonly preload?: URL;
  /** No file may grow beyond so many bytes, until `letFilesGrow`. */
  readonly fileLimit?: number;
}

export interface Running {
  readonly address: string;
  readonly pid: number;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  readonly errors: string;
  /** On its standard output. */
  readonly said: string;
}

const launch = ({ folder, uid, preload, fileLimit }: RunWishes) => {
  const run = [process.execPath, ...(preload ? ['--import', preload.href] : []), main];
  const limited = fileLimit
    ? ['sh', '-c', `ulimit -S -f ${Math.floor(fileLimit / 512)}; exec "$@"`, 'sh', ...run]
    : run;
  const [program = '', ...parameters] = limited;
  const child = spawn(program, parameters, {
    env: {
      DEMARCHE_PORT: '0',
      DEMARCHE_DATA: folder,
      DEMARCHE_DEMO: 'no',
      DEMARCHE_PAGES: 'as-built',
      NODE_COMPILE_CACHE: compileCache,
      DEMARCHE_LOG: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return { child, errors: () => errors };
};

/** The real standalone in a process of its own, once it is ready. */
export const startDemarche = async (wishes: RunWishes): Promise<Running> => {
  const { child, errors } = launch(wishes);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    const address = /ready at (\S+)/.exec(said)?.[1];
    if (address) resolve(address);
  });
  child.once('exit', (code) =>
    reject(new Error(`Demarche ended with ${code} before it was ready: ${said}${errors()}`)),
  );
  return {
    address: await promise,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      return ((await ended) as [number | null])[0];
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
};

/** A start that is expected to be refused. */
export const startInVain = async (wishes: RunWishes): Promise<Ended> => {
  const { child, errors } = launch(wishes);
  let said = '';
  const ready = new Promise<'ready'>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready at')) resolve('ready');
    });
  });
  const ended = await Promise.race([once(child, 'close') as Promise<[number | null]>, ready]);
  return ended === 'ready' ? { code: null, errors: 'it started', said } : { code: ended[0], errors: errors(), said };
};
