import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordedEvent } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { appendScenario } from '@demarche/testing/scenario';

const launcher = fileURLToPath(new URL('../../services/standalone/bin/demarche-standalone.mjs', import.meta.url));

export interface RunningDemarche {
  readonly address: string;
  /** Ends the process and deletes its data. */
  stop(): Promise<void>;
}

export interface Start {
  /** The demonstration data, or a store with nothing but `record`. */
  readonly demonstration?: boolean;
  /** Whether the pages are looked at; then they are built first, where they are older than their sources. */
  readonly pages?: boolean;
  /** Put into the store before the start, with its own moments of record. */
  readonly record?: Iterable<RecordedEvent>;
}

/** The real standalone as a process of its own, on a free port and in a folder of its own. */
export const startDemarche = async ({
  demonstration = false,
  pages = true,
  record,
}: Start = {}): Promise<RunningDemarche> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-journey-'));
  if (record) await fill(join(folder, 'events.sqlite'), record);
  const child = spawn(process.execPath, [launcher], {
    env: {
      DEMARCHE_PORT: '0',
      DEMARCHE_DATA: folder,
      DEMARCHE_DEMO: demonstration ? 'yes' : 'no',
      DEMARCHE_PAGES: pages ? 'build' : 'as-built',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
    const address = /ready at (\S+)/.exec(said)?.[1];
    if (address) resolve(address);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', (code) => reject(new Error(`Demarche ended with ${code} before it was ready: ${said}`)));
  return {
    address: await promise,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const fill = async (file: string, record: Iterable<RecordedEvent>): Promise<void> => {
  const store = sqliteEventStore({ file });
  await appendScenario(store, record);
  await store.close();
};
