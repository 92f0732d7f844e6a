import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IsoDate } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { appendScenario, demonstrationHistory } from '@demarche/testing/scenario';
import { onTestFinished } from 'vitest';

export const EVENTS = 600;

/** A folder that goes with the test. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A data folder with some years on record, and the path of the record in it. */
export const recordIn = async (folder: string): Promise<string> => {
  const file = join(folder, 'events.sqlite');
  mkdirSync(folder, { recursive: true });
  const store = sqliteEventStore({ file });
  await appendScenario(store, firstOf(demonstrationHistory({ today: '2026-03-02' as IsoDate }), EVENTS));
  await store.close();
  return file;
};

export const copyOf = (folder: string): string => {
  const copy = join(newFolder(), 'data');
  cpSync(folder, copy, { recursive: true });
  return copy;
};

/** Every file below, by its content: to see that a refused start has changed nothing that is of worth. */
export const contentOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => /^events\.sqlite(-wal)?$/.test(name))
      .map((name): [string, string] => [name, readFileSync(join(folder, name)).toString('base64')])
      // An empty log says nothing, and is made by whoever looks.
      .filter(([, content]) => content !== ''),
  );

function* firstOf<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let left = count;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
}
