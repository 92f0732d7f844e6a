import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { askServer, type ServerAnswer } from './ask-server.ts';
import { killableEnvironment } from './environment.ts';

export interface ServerToRun {
  readonly port: number;
  /** Where it keeps everything. */
  readonly folder: string;
  /** Further ones than its port and its folder. */
  readonly options?: readonly string[] | undefined;
  /** The file of the authority that signed its certificate, where it has one. */
  readonly caFile?: string | undefined;
  /** Whether it is started again where it ends in peace: one of a cluster does so to cut off what only it has. */
  readonly supervised?: boolean;
}

/** One KurrentDB, on the same port and in the same folder however often it is started. */
export interface ServerProcess {
  start(): void;
  /** What it says that it is, such as `leader`; nothing while it does not answer. @throws where it has ended by itself */
  state(): Promise<string | undefined>;
  /** Sends these one after another, and waits for the end. */
  end(...signals: NodeJS.Signals[]): Promise<void>;
  /** Freezes it: connections stay open, and nothing answers. */
  pause(): void;
  resume(): void;
}

export const serverProcess = ({
  port,
  folder,
  options = [],
  caFile,
  supervised = false,
}: ServerToRun): ServerProcess => {
  const { command, inherited } = killableEnvironment();
  let child: ChildProcess | undefined;
  const start = () => {
    child = spawn(command, [String(port), folder, ...options], { stdio: 'ignore', env: inherited });
  };
  return {
    start,
    async state() {
      const ended = child?.exitCode ?? null;
      if (ended === 0 && supervised) start();
      else if (ended !== null) throw new Error(`The command of EVENTSTORE_COMMAND ended with ${ended}`);
      return stateIn(await askServer({ port, path: '/info', caFile }));
    },
    async end(...signals) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const over = once(child, 'exit');
      for (const signal of signals) child.kill(signal);
      await over;
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
  };
};

/** While a server starts, what it answers is not always what was asked for. */
const stateIn = (answer: ServerAnswer | undefined): string | undefined =>
  /"state":\s*"(\w+)"/.exec(answer?.said ?? '')?.[1];

/** Below those that the system gives to outgoing connections: one of a client that tries to come back could take it. */
export const freePort = async (): Promise<number> => {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return isFree ? port : freePort();
};

/** The command of EVENTSTORE_COMMAND runs another server than it was asked for. */
export class OptionsIgnored extends Error {
  override readonly name = 'OptionsIgnored';
}
