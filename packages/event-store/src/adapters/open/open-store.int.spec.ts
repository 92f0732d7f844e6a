import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../event-store.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { describeWithKurrent } from '../../spec-kit/kurrent-for-specs.ts';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { openStore } from './open-store.ts';

// Processes are started, and each file that is made is synced several times.
vi.setConfig({ testTimeout: 180_000 });

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
  });

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

  it('is new to whoever makes it, and to nobody after', async () => {
    const file = join(folder, 'begun.sqlite');
    for (const isNew of [true, false]) {
      const store = await openStore({ address: file });
      expect(store.origin).toEqual({ file, isNew });
      await store.close();
    }
  });

  it('says how safe it is, and that nothing is in the way', async () => {
    const store = await openStore({ address: join(folder, 'sound.sqlite') });
    expect(store.durability).toMatchObject({ journalMode: 'wal', synchronous: 2 });
    expect(await store.append(exampleStream(), [exampleEvent()], 'no-stream')).toMatchObject({ outcome: 'appended' });
    expect(await store.trouble()).toBeNull();
    await store.close();
  });
});

/** What a process has loaded once it has opened a store. */
const loadedBy = async (address: string): Promise<string> => {
  const script = `import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    const { openStore } = await import(${JSON.stringify(new URL('open-store.ts', import.meta.url).href)});
    const store = await openStore({ address: ${JSON.stringify(address)} });
    console.log(loaded.some((url) => url.includes('@grpc')) ? 'with gRPC' : 'without gRPC');
    await store.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return (await text(child.stdout)).trim();
};

describe('a file that is none of ours', () => {
  const garbage = (): string => {
    const file = join(folder, 'letter.sqlite');
    writeFileSync(file, 'Dear colleague, '.repeat(500));
    return file;
  };

  it('is refused with the setting that services are told it by', async () => {
    await expect(openStore({ address: garbage() })).rejects.toThrow(
      /Nothing was changed\. Choose another file with DEMARCHE_STORE, or bring back the newest backup/,
    );
  });

  it('is refused with the setting of one process with everything', () => {
    expect(() => sqliteEventStore({ file: garbage() })).toThrow(
      /Nothing was changed\. Choose another folder with DEMARCHE_DATA, or bring back the newest backup/,
    );
  });
});

describe('what it takes to reach a KurrentDB', () => {
  it('is not loaded for a file', async () => {
    expect(await loadedBy(join(folder, 'plain.sqlite'))).toBe('without gRPC');
  });

  it('is loaded for an address of one', async () => {
    expect(await loadedBy('esdb://127.0.0.1:9?tls=false')).toBe('with gRPC');
  });
});

describe('a KurrentDB that its address names', () => {
  it('may be away when it is opened, and says so', async () => {
    const store = await openStore({ address: 'esdb://127.0.0.1:9?tls=false', user: 'demarche', password: 'kaldara' });
    expect(store.durability).toMatchObject({ kind: 'KurrentDB', server: 'esdb://127.0.0.1:9', encrypted: false });
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    expect((await store.trouble())?.message).toMatch(/^KurrentDB at esdb:\/\/127\.0\.0\.1:9 does not answer/);
    await store.close();
  }, 60_000);

  it.each([
    [
      'a user without a password',
      { user: 'demarche' },
      /DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD belong together/,
    ],
    ['an authority that is not there', { caFile: '/nowhere/ca.pem' }, /There is no file \/nowhere\/ca\.pem/],
  ])('is not opened with %s', async (_, given, sentence) => {
    await expect(openStore({ address: 'esdb://127.0.0.1:9', ...given })).rejects.toThrow(sentence);
  });
});

describeWithKurrent('a KurrentDB that its address names', (server) => {
  it('is opened, and says how safe it is', async () => {
    const store = await openStore({ address: server().connectionString });
    expect(await store.append(exampleStream(), [exampleEvent()], 'no-stream')).toMatchObject({ outcome: 'appended' });
    expect(await store.trouble()).toBeNull();
    expect(store.durability).toMatchObject({ kind: 'KurrentDB', leader: 'answers' });
    await store.close();
  }, 60_000);
});

it('no store at all is refused in one sentence, and no file is made that is called so', async () => {
  await expect(openStore({ address: 'none' })).rejects.toThrow(/^DEMARCHE_STORE=none is for the projections .*\.$/);
});

it.each(['postgres://host/events', 'kurrentdb:2113', ' esdb://kurrentdb:2113', '"esdb://kurrentdb:2113"', ':memory:'])(
  'an address such as %s is refused in one sentence, and no file is made that is called so',
  async (address) => {
    await expect(openStore({ address })).rejects.toThrow(/^DEMARCHE_STORE must be the whole path of .*\.$/);
    expect(existsSync(address)).toBe(false);
  },
);
