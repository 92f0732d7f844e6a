import { appendThroughput } from './append-throughput.bench.ts';
import type { Benchmark } from './benchmark.ts';
import { replayThroughput } from './replay-throughput.bench.ts';

/** Every benchmark. `npm run bench` runs all; `npm run bench -- append` those with this in their name. One JSON line per figure. */
const benchmarks: readonly Benchmark[] = [appendThroughput, replayThroughput];

const wanted = process.argv.slice(2);
const chosen = benchmarks.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

if (chosen.length === 0) {
  console.error(
    `No benchmark is called ${wanted.join(' or ')}. There are: ${benchmarks.map(({ name }) => name).join(', ')}`,
  );
  process.exitCode = 1;
}
for (const benchmark of chosen) {
  for await (const figure of benchmark.run()) console.log(JSON.stringify({ benchmark: benchmark.name, ...figure }));
}
