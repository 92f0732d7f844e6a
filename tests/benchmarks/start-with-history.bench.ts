import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { atMost, type Benchmark, type Figure, figureOf } from './benchmark.ts';
import { endedWithUs } from './cleared-at-exit.ts';
import type { PreparedHistory } from './prepared-history.ts';
import { startStandalone } from './processes/standalone.ts';

const ROUNDS = 7;
const EVENTS = 1_000_000;
const SECONDS = 2;

const program = (name: string): string => fileURLToPath(new URL(`./processes/${name}.ts`, import.meta.url));

/** How long a program runs, in seconds. */
const secondsToTheEnd = async (name: string, ...commandLine: readonly string[]): Promise<number> => {
  const start = performance.now();
  const child = endedWithUs(spawn(process.execPath, [program(name), ...commandLine], { stdio: 'inherit' }));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  return (performance.now() - start) / 1_000;
};

/** From the start of the process until it answers that it is ready, in seconds. */
const secondsToReady = async (history: PreparedHistory): Promise<number> => {
  const start = performance.now();
  const running = await startStandalone(history);
  const { status } = await fetch(`${running.address}/readyz`);
  const seconds = (performance.now() - start) / 1_000;
  await running.stop();
  if (status !== 200) throw new Error(`It is not ready after its start: ${status}`);
  return seconds;
};

const measure = async (
  name: string,
  history: PreparedHistory,
  ours: (history: PreparedHistory) => Promise<number>,
): Promise<Figure> => {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const value = await ours(history);
    rounds.push({ value, baseline: await secondsToTheEnd('open-file', history.eventsFile) });
  }
  return figureOf({
    name,
    unit: 's',
    what: 'a bare Node that opens the same file, reads how far it goes, and ends',
    // The first round brings the files into memory.
    rounds: rounds.slice(1),
    targets: [atMost('value', SECONDS)],
  });
};

export const startWithHistory: Benchmark = {
  name: 'start-with-history',
  async *run({ events = EVENTS, histories }) {
    const history = await histories.of(events);
    const many = `${events.toLocaleString('en-US')} events`;
    yield await measure(`start to ready, ${many}`, history, secondsToReady);
    yield await measure(`views caught up after a restart with nothing new, ${many}`, history, (held) =>
      secondsToTheEnd('catch-up', held.eventsFile, held.viewsFile),
    );
  },
};
