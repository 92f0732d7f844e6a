import { appendThroughput } from './append-throughput.bench.ts';
import type { Benchmark, BenchmarkRun } from './benchmark.ts';
import { CommandLineRefused, readCommandLine } from './command-line.ts';
import { commitToView } from './commit-to-view.bench.ts';
import { type ComparedFigure, compareRuns, readRun } from './compare-runs.ts';
import { consoleOnASlowLine } from './console-on-a-slow-line.bench.ts';
import { deployedCommitToView } from './deployed-commit-to-view.bench.ts';
import { graphqlQueries } from './graphql-queries.bench.ts';
import { kurrentdbCommands } from './kurrentdb-commands.bench.ts';
import { logAMeeting } from './log-a-meeting.bench.ts';
import { preparedHistories } from './prepared-history.ts';
import { projectFromJetStream } from './project-from-jetstream.bench.ts';
import { relayThroughput } from './relay-throughput.bench.ts';
import { replayThroughput } from './replay-throughput.bench.ts';
import { residentMemory } from './resident-memory.bench.ts';
import { startWithHistory } from './start-with-history.bench.ts';
import { whatGrows } from './what-grows.bench.ts';

/** Every benchmark, in the order in which they run: one JSON line per figure on standard output, all else on standard error. */
const benchmarks: readonly Benchmark[] = [
  appendThroughput,
  kurrentdbCommands,
  logAMeeting,
  replayThroughput,
  startWithHistory,
  graphqlQueries,
  commitToView,
  deployedCommitToView,
  relayThroughput,
  projectFromJetStream,
  residentMemory,
  consoleOnASlowLine,
  whatGrows,
];

const main = async (): Promise<void> => {
  const { words, events, keep, compare } = readCommandLine(
    process.argv.slice(2),
    benchmarks.map(({ name }) => name),
  );
  const earlier = compare === undefined ? undefined : readRun(compare);
  const chosen = benchmarks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const run = { events, histories: preparedHistories(keep) };
  const figures: ComparedFigure[] = [];
  for (const benchmark of chosen) figures.push(...(await measured(benchmark, run)));
  if (earlier) console.error(`\n${compareRuns(earlier, figures)}`);
};

/** A benchmark that fails says so and leaves the others their turn. */
const measured = async (benchmark: Benchmark, run: BenchmarkRun): Promise<readonly ComparedFigure[]> => {
  const figures: ComparedFigure[] = [];
  try {
    for await (const figure of benchmark.run(run)) {
      figures.push({ benchmark: benchmark.name, ...figure });
      console.log(JSON.stringify(figures.at(-1)));
    }
  } catch (error) {
    console.error(`${benchmark.name} failed:`, error);
    process.exitCode = 1;
  }
  return figures;
};

try {
  await main();
} catch (error) {
  if (!(error instanceof CommandLineRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
