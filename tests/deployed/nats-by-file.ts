import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const configured = fileURLToPath(new URL('../../infra/nats/', import.meta.url));

/** Debian keeps the server where only an administrator's PATH looks. */
const SEARCHED = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin';

export interface NatsByFile {
  /** One of `infra/nats`. */
  readonly file: string;
  readonly folder: string;
  /** What stands in the files, and what stands there on this machine. */
  readonly instead: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

export interface RunningNats {
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Deletes what it holds. Only while it is down. */
  wipe(): void;
}

/** A NATS server by a configuration of the project, with its ports and folders exchanged for some of this machine. */
export const natsByFile = ({ file, folder, instead, variables }: NatsByFile): RunningNats => {
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  cpSync(configured, folder, { recursive: true, filter: (path) => !path.endsWith('.md') });
  for (const name of ['nats.conf', 'cluster.conf', 'centre.conf', 'leaf.conf'])
    adapt(join(folder, name), { ...instead, data });
  let child: ChildProcess | undefined;
  return {
    async start() {
      const started = spawn('nats-server', ['--config', join(folder, file)], {
        env: { PATH: SEARCHED, ...variables },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child = started;
      const lines: string[] = [];
      for await (const line of createInterface({ input: started.stderr })) {
        lines.push(line);
        if (line.includes('Server is ready')) {
          started.stderr.resume();
          return;
        }
      }
      throw new Error(`nats-server did not start by ${file}:\n${lines.join('\n')}`);
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    wipe: () => rmSync(data, { recursive: true, force: true }),
  };
};

const adapt = (path: string, { data = '', ...instead }: Readonly<Record<string, string>>): void => {
  // Monitoring is asked by nobody here, and servers before 2.10 do not know the other.
  const kept = readFileSync(path, 'utf8').replaceAll(/^\s*(http|sync_interval):.*$/gm, '');
  const placed = kept.replace(/store_dir: ".*"/, `store_dir: ${JSON.stringify(data)}`);
  const exchanged = Object.entries(instead).reduce((text, [what, with_]) => text.replaceAll(what, with_), placed);
  writeFileSync(path, exchanged);
};
