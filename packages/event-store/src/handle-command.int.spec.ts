import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accept } from '@demarche/kernel';
import { afterAll, expect, test } from 'vitest';
import { sqliteEventStore } from './adapters/sqlite/sqlite-event-store.ts';
import { handleCommand } from './handle-command.ts';
import { type Assign, assigned, engagement, followUps, handling, keyed } from './spec-kit/example-follow-ups.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a command whose answer was lost is answered after a restart, and recorded once', async () => {
  const file = join(folder, 'restart.db');
  const before = sqliteEventStore({ file });
  const first = await handleCommand(handling(before, 'Send the model law'));
  await handleCommand(handling(before, 'Call the ministry', { commandId: keyed(2) }));
  await before.close();

  const after = sqliteEventStore({ file });
  const again = await handleCommand(handling(after, 'Send the model law'));
  const reused = await handleCommand(handling(after, 'Send a bill'));
  expect(first).toMatchObject({ outcome: 'recorded', revision: 0, position: 1 });
  expect(again).toMatchObject({ outcome: 'repeated', revision: 0, position: 1 });
  expect(reused).toEqual({ outcome: 'key-reused' });
  expect(await after.head()).toBe(2);
  await after.close();
});

test('64 officers at once on one engagement: whoever is refused is told, and every success is there once', async () => {
  const store = sqliteEventStore({ file: join(folder, 'crowd.db') });
  const decider = { ...followUps, decide: ({ what }: Assign) => accept(assigned(what)) };
  const results = await Promise.all(
    Array.from({ length: 64 }, (_, index) =>
      handleCommand({ ...handling(store, `task ${index}`, { commandId: keyed(index) }), decider }),
    ),
  );
  const recorded = results.filter(({ outcome }) => outcome === 'recorded').length;
  const contended = results.filter(({ outcome }) => outcome === 'contended').length;
  expect(recorded).toBe(4);
  expect(recorded + contended).toBe(64);
  expect(await store.readStream(engagement)).toHaveLength(recorded);
  await store.close();
});
