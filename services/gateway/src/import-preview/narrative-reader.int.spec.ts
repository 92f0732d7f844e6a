import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { NarrativeTooHard, narrativeReader } from './narrative-reader.ts';

/** A stand-in for a reader whose file is a trap: it hangs or eats memory when told to. */
const trap = (): URL => {
  const file = join(mkdtempSync(join(tmpdir(), 'reader-')), 'trap.mjs');
  writeFileSync(
    file,
    `import { parentPort, threadId } from 'node:worker_threads';
     parentPort.on('message', ({ file }) => {
       if (file === 'hang') for (;;);
       const eaten = [];
       while (file === 'eat') eaten.push(Array.from({ length: 10_000 }, () => ({})));
       parentPort.postMessage({ narratives: [{ file, threadId }] });
     });`,
  );
  return pathToFileURL(file);
};
const input = (file: string) => ({ file, bytes: new Uint8Array(), split: false });

test.each(['hang', 'eat'])('a file that makes the reader %s is given up, and the next one is read', async (file) => {
  // A thread has to start within it, too, for the file that can be read: only what hangs is out of time soon.
  const timeLimitMs = 15_000;
  const limits = vi.spyOn(AbortSignal, 'timeout');
  onTestFinished(() => limits.mockRestore());
  if (file === 'hang') limits.mockReturnValueOnce(AbortSignal.timeout(1_000));
  const reader = narrativeReader({ script: trap(), timeLimitMs, memoryLimitMb: 16 });
  const [hard, easy] = await Promise.allSettled([reader.read(input(file)), reader.read(input('narrative.txt'))]);

  expect(hard).toMatchObject({ status: 'rejected', reason: expect.any(NarrativeTooHard) });
  expect(easy).toMatchObject({ status: 'fulfilled', value: { narratives: [{ file: 'narrative.txt' }] } });
  expect(limits).toHaveBeenCalledWith(timeLimitMs);
  await reader.close();
});

test('a reader without work gives its thread back, and takes another for the next file', async () => {
  const reader = narrativeReader({ script: trap(), idleMs: 5 });
  const threadOf = async () =>
    ((await reader.read(input('narrative.txt'))).narratives[0] as unknown as { threadId: number }).threadId;
  const first = await threadOf();

  await expect.poll(threadOf).toBeGreaterThan(first);
  await reader.close();
});

test('a reader that is closed keeps nobody waiting for what it reads, nor begins anything', async () => {
  const reader = narrativeReader({ script: trap(), timeLimitMs: 600_000 });
  const reading = Promise.allSettled([reader.read(input('hang')), reader.read(input('narrative.txt'))]);
  await reader.close();

  expect(await reading).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
});
