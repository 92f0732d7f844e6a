import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runSeeds } from './run-seeds.ts';
import { simulateSeed } from './simulate-seed.ts';

const say = (text: string) => void process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
  },
});

if (values.seed === undefined) {
  const workers = availableParallelism();
  const run = await runSeeds({ from: Number(values.from), count: Number(values.seeds), workers });
  for (const { seed, violation } of run.violations)
    say(`seed ${seed}: ${violation} (npm run simulate -- --seed ${seed})`);
  const seconds = run.milliseconds / 1_000;
  say(
    `${run.seeds} seeds in ${seconds.toFixed(1)} s (${(run.seeds / seconds).toFixed(0)} a second on ${workers} cores), ` +
      `${run.events} events, ${run.steps} steps, ${run.violations.length} violations`,
  );
  process.exitCode = run.violations.length > 0 ? 1 : 0;
} else {
  const { trace, violation } = await simulateSeed(Number(values.seed));
  say(trace.join('\n'));
  process.exitCode = violation === undefined ? 0 : 1;
}
