import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { NarrativeTooHard, narrativeReader } from './narrative-reader.ts';

/** A stand-in for a reader whose file is a trap: it hangs or eats memory when told to. */
const trap = (): URL => {
  const file = join(mkdtempSync(join(tmpdir(), 'reader-')), 'trap.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ file }) => {
       if (file === 'hang') for (;;);
       const eaten = [];
       while (file === 'eat') eaten.push(Array.from({ length: 10_000 }, () => ({})));
       parentPort.postMessage({ narratives: [{ file }] });
     });`,
  );
  return pathToFileURL(file);
};
const input = (file: string) => ({ file, bytes: new Uint8Array(), split: false });

test.each(['hang', 'eat'])('a file that makes the reader %s is given up, and the next one is read', async (file) => {
  const reader = narrativeReader({ script: trap(), timeLimitMs: file === 'hang' ? 300 : 15_000, memoryLimitMb: 16 });
  const [hard, easy] = await Promise.allSettled([reader.read(input(file)), reader.read(input('narrative.txt'))]);

  expect(hard).toMatchObject({ status: 'rejected', reason: expect.any(NarrativeTooHard) });
  expect(easy).toMatchObject({ status: 'fulfilled', value: { narratives: [{ file: 'narrative.txt' }] } });
  await reader.close();
});
