import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endedWithUs } from '../cleared-at-exit.ts';

export interface RunningProcess {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  readonly pid: number;
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>;
}

export interface ProcessToStart {
  readonly program: URL;
  readonly settings: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  /** What stands behind the program on its command line. */
  readonly words?: readonly string[];
}

/** Starts a server as a process of its own, on this Node, and waits until its output names the address it is ready at. */
export const startProcess = async ({
  program,
  settings,
  nodeOptions = [],
  words = [],
}: ProcessToStart): Promise<RunningProcess> => {
  const child = endedWithUs(
    spawn(process.execPath, [...nodeOptions, fileURLToPath(program), ...words], {
      env: { DEMARCHE_PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
    const address = addressIn(said);
    if (address) resolve(address);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', (code) =>
    reject(new Error(`${program.pathname} ended with ${code} before it was ready: ${said}`)),
  );
  const address = await promise;
  // What is said from here on is let go, so that a long run does not fill this process with it.
  for (const stream of [child.stdout, child.stderr]) stream.off('data', listen).resume();
  return {
    address,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** Ours say `ready at http://…`, or log the line `listening` with address and port. */
const addressIn = (said: string): string | undefined => {
  const ready = /ready at (http:\S+)/.exec(said)?.[1];
  if (ready) return ready;
  const [, address, port] = /"address":"([^"]+)","port":(\d+),"msg":"listening"/.exec(said) ?? [];
  return port && `http://${address}:${port}`;
};
