import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { openStore } from './open-store.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-open-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = new URL('../../spec-kit/open-when-told.ts', import.meta.url).pathname;

/** A process that opens files when it is told, and answers what came of it. */
const startOpener = async () => {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  await next();
  return {
    tell: (file: string) => void child.stdin.write(`${file}\n`),
    next,
    end: () => child.stdin.end(),
  };
};

describe('a store that its path names', () => {
  it('is made by five processes that begin at once, and takes what each of them appends', async () => {
    const openers = await Promise.all(Array.from({ length: 5 }, startOpener));
    for (let round = 1; round <= 30; round += 1) {
      const file = join(folder, `round-${round}`, 'events.sqlite');
      for (const { tell } of openers) tell(file);
      expect(await Promise.all(openers.map(({ next }) => next()))).toEqual(Array(5).fill('appended'));
      const store = await openStore({ address: file });
      expect(await store.head()).toBe(5);
      await store.close();
    }
    for (const { end } of openers) end();
  }, 60_000);

  it('tells whoever listens of what another process appends', async () => {
    const file = join(folder, 'watched.sqlite');
    const store = await openStore({ address: file });
    const told = Promise.withResolvers<void>();
    const stop = store.onAppended(told.resolve);
    const other = await startOpener();
    other.tell(file);
    expect(await other.next()).toBe('appended');
    await told.promise;
    expect(await store.head()).toBe(1);
    other.end();
    stop();
    await store.close();
  });

  it('says how safe it is, and that nothing is in the way', async () => {
    const store = await openStore({ address: join(folder, 'sound.sqlite') });
    expect(store.durability).toMatchObject({ journalMode: 'wal', synchronous: 2 });
    expect(await store.append(exampleStream(), [exampleEvent()], 'no-stream')).toMatchObject({ outcome: 'appended' });
    expect(await store.trouble()).toBeNull();
    await store.close();
  });
});

it('an address of something else is refused in one sentence', async () => {
  await expect(openStore({ address: 'postgres://host/events' })).rejects.toThrow(/^DEMARCHE_STORE must be .*\.$/);
});
