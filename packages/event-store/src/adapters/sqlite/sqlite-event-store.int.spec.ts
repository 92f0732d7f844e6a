import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { eventStoreContract } from '../../event-store.contract.ts';
import { eventStoreModelContract } from '../../event-store-model.contract.ts';
import { sqliteEventStore } from './sqlite-event-store.ts';

// Every commit is synced, and the contract makes thousands.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let opened = 0;
const openNew = async () => {
  opened += 1;
  return sqliteEventStore({ file: join(folder, `${opened}.db`) });
};

eventStoreContract('The SQLite event store', { open: openNew });
eventStoreContract('One SQLite file, opened again and again', {
  open: async () => sqliteEventStore({ file: join(folder, 'one.db') }),
});
eventStoreModelContract('The SQLite event store', openNew, 100);
