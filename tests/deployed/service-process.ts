import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ServiceToRun {
  /** As findings call it: `relay`, `projections-2`. */
  readonly name: string;
  readonly main: URL;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  /** Loaded before anything else: puts another module in the place of one of the service's. */
  readonly preload?: URL | undefined;
}

interface Stopped {
  readonly exitCode: number | null;
  readonly milliseconds: number;
}

/** One service as a process of its own, on the same port however often it is started. */
export interface ServiceProcess {
  readonly name: string;
  readonly address: string;
  /** Of the process that runs at the moment; nothing while none does. */
  readonly pid: number | undefined;
  /** How often it was started. */
  readonly starts: number;
  /** Resolves once it listens. @throws what it said, where it ends before. */
  start(): Promise<void>;
  /** SIGKILL. Paused or not. */
  kill(): Promise<void>;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<Stopped>;
  /** Freezes it: connections stay open, and nothing answers. */
  pause(): void;
  resume(): void;
  /** What it said last. */
  said(): string;
  /** Why it ended although nobody told it to. */
  readonly endedByItself: string | undefined;
}

const LINES_KEPT = 40;
const orphaned = new URL('./end-when-orphaned.ts', import.meta.url);
/** Where the launcher of the standalone keeps it, too: what one start compiled, the next need not. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/demarche', import.meta.url));

export const serviceProcess = ({ name, main, port, settings, preload }: ServiceToRun): ServiceProcess => {
  let child: ChildProcess | undefined;
  let starts = 0;
  let told = false;
  let endedByItself: string | undefined;
  const lines: string[] = [];
  const keep = (line: string): void => void (lines.push(line) > LINES_KEPT && lines.shift());
  const said = (): string => lines.join('\n');

  const start = async (): Promise<void> => {
    if (child) throw new Error(`${name} runs already`);
    starts += 1;
    told = false;
    const imports = [orphaned, ...(preload ? [preload] : [])].flatMap(({ href }) => ['--import', href]);
    const launched = spawn(process.execPath, [...imports, fileURLToPath(main)], {
      env: { DEMARCHE_PORT: String(port), NODE_COMPILE_CACHE: compiled, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = launched;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    launched.once('exit', (code, signal) => {
      if (child === launched) child = undefined;
      const sentence = `${name} ended with ${code ?? signal}: ${said()}`;
      if (!told) endedByItself = sentence;
      reject(new Error(sentence));
    });
    createInterface({ input: launched.stderr }).on('line', keep);
    createInterface({ input: launched.stdout }).on('line', (line) => {
      keep(line);
      if (line.includes('"msg":"listening"')) resolve();
    });
    await promise;
  };
  const end = async (...signals: readonly NodeJS.Signals[]): Promise<Stopped> => {
    const [ending, began] = [child, performance.now()];
    if (!ending) return { exitCode: null, milliseconds: 0 };
    told = true;
    const ended = once(ending, 'exit') as Promise<[number | null]>;
    for (const signal of signals) ending.kill(signal);
    const [exitCode] = await ended;
    return { exitCode, milliseconds: performance.now() - began };
  };

  return {
    name,
    address: `http://127.0.0.1:${port}`,
    get pid() {
      return child?.pid;
    },
    get starts() {
      return starts;
    },
    get endedByItself() {
      return endedByItself;
    },
    start,
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    said,
  };
};
