import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { faultKinds } from './conditions.ts';
import { plantedBugs } from './planted-bugs.ts';
import { runSeeds } from './run-seeds.ts';
import { simulateSeed } from './simulate-seed.ts';

const program = fileURLToPath(new URL('./simulate.ts', import.meta.url));

describe('write, publish and project, whatever goes wrong', () => {
  test('nothing that must never happen happens, in no seed', async () => {
    const count = rounds({ short: 300, long: 10_000 });
    const { seeds, violations, faults, events } = await runSeeds({ from: 1, count, workers: 2 });
    const named = violations.map(({ seed, violation }) => `${violation} (npm run simulate -- --seed ${seed})`);
    expect(named).toEqual([]);
    expect(seeds).toBe(count);
    expect(Object.keys(faults).toSorted()).toEqual([...faultKinds].toSorted());
    expect(events).toBeGreaterThan(count * 10);
  });
});

describe('a seed', () => {
  test.each([1, 7, 50])('%i makes the same world again, byte for byte', async (seed) => {
    const [first, second] = [await simulateSeed(seed), await simulateSeed(seed)];
    expect(second.trace.join('\n')).toBe(first.trace.join('\n'));
    expect(first.trace.length).toBeGreaterThan(50);
  });

  test('makes the same world in another process, told by the command that a failure names', async () => {
    const { trace } = await simulateSeed(7);
    const { stdout } = await promisify(execFile)(process.execPath, [program, '--seed', '7']);
    expect(stdout).toBe(`${trace.join('\n')}\n`);
  });

  test('makes another world than the next one', async () => {
    const [one, other] = [await simulateSeed(7), await simulateSeed(8)];
    expect(one.trace.slice(2)).not.toEqual(other.trace.slice(2));
  });
});

describe('a planted bug is found', () => {
  test.each(plantedBugs)('$bug', async ({ seams, says }) => {
    const violationOf = async (seed: number): Promise<string | undefined> =>
      (await simulateSeed(seed, seams())).violation;
    let found: string | undefined;
    for (let seed = 1; seed <= 400 && found === undefined; seed += 1) found = await violationOf(seed);
    expect(found).toMatch(says);
  });
});
