import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { RESTORING } from '../../restoring.ts';
import { StoreRefused } from '../../store-refused.ts';
import { openStore } from './open-store.ts';

test('given a restore was broken off, then no service begins a record in its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, RESTORING));

  const opening = openStore({ address: join(folder, 'events.sqlite') });
  await expect(opening).rejects.toThrow(StoreRefused);
  await expect(opening).rejects.toThrow(`A restore into ${folder} was broken off.`);
  expect(readdirSync(folder)).toEqual([RESTORING]);
});
