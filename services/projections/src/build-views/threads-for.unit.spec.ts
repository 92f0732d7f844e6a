import { expect, test } from 'vitest';
import { threadsFor } from './threads-for.ts';

const GB = 1024 ** 3;
const machine = { cores: 8, memory: 16 * GB, memoryLimit: 0 };

test.each<[string, Partial<typeof machine>, number]>([
  ['no limit', {}, 4],
  ['no limit, as an old kernel says it', { memoryLimit: 2 ** 64 }, 4],
  ['few cores', { cores: 2 }, 2],
  ['a limit of 2 GB', { memoryLimit: 2 * GB }, 3],
  ['a limit of 1 GB', { memoryLimit: GB }, 1],
  ['a limit that hardly holds the process', { memoryLimit: GB / 8 }, 1],
  ['little memory and no limit', { memory: GB }, 1],
  ['a limit beyond what there is', { memory: 2 * GB, memoryLimit: 8 * GB }, 3],
])('on a machine with %s, views are built by as many threads as fit', (_, its, threads) => {
  expect(threadsFor({ ...machine, ...its })).toBe(threads);
});
