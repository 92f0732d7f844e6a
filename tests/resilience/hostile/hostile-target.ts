import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCache } from '@demarche/testing';

const main = fileURLToPath(new URL('../../../services/standalone/src/main.ts', import.meta.url));

/** The real standalone with its demonstration data, as a process of its own, to be treated badly. */
export interface Target {
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  /** Holds `data`; whatever else is put there goes with it. */
  readonly folder: string;
  /** What it wrote on its outputs so far. */
  said(): string;
  /** How it ended, or undefined while it runs. */
  ended(): string | undefined;
  memory(): Memory;
  /** From now on the peak is counted anew. */
  forgetPeak(): void;
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
  remove(): void;
}

/** Resident memory in MB. */
interface Memory {
  readonly now: number;
  readonly peak: number;
}

export interface TargetOptions {
  readonly demonstration?: boolean;
  /** For Node, before the program. */
  readonly nodeFlags?: readonly string[];
}

export const startTarget = async ({ demonstration = true, nodeFlags = [] }: TargetOptions = {}): Promise<Target> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-hostile-'));
  const child = spawn(process.execPath, [...nodeFlags, main], {
    env: {
      DEMARCHE_PORT: '0',
      DEMARCHE_DATA: join(folder, 'data'),
      DEMARCHE_DEMO: demonstration ? 'yes' : 'no',
      DEMARCHE_PAGES: 'as-built',
      NODE_COMPILE_CACHE: compileCache,
      DEMARCHE_LOG: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const up = Promise.withResolvers<string>();
  let said = '';
  let ended: string | undefined;
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
    const address = /ready at (\S+)/.exec(said)?.[1];
    if (address) up.resolve(address);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', (code, signal) => {
    ended = `ended with ${code ?? signal}`;
    up.reject(new Error(`Demarche ${ended} before it was ready: ${said}`));
  });
  const killed = (): void => void child.kill('SIGKILL');
  process.once('exit', killed);
  const address = await up.promise;
  return {
    address,
    port: Number(new URL(address).port),
    pid: Number(child.pid),
    folder,
    said: () => said,
    ended: () => ended,
    memory: () => memoryOf(child.pid),
    forgetPeak: () => writeFileSync(`/proc/${child.pid}/clear_refs`, '5'),
    signal: (signal) => void child.kill(signal),
    async stop() {
      process.off('exit', killed);
      if (ended) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const memoryOf = (pid: number | undefined): Memory => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
};
