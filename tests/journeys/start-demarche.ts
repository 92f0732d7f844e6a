import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordedEvent } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { buildConsole } from '@demarche/standalone/build-console';
import { appendScenario, demonstrationHistory } from '@demarche/testing/scenario';
import { startDeployed } from '../deployed/start-deployed.ts';
import type { Profile } from './profiles.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = fileURLToPath(new URL('../../services/standalone/bin/demarche-standalone.mjs', import.meta.url));

export interface RunningDemarche {
  readonly address: string;
  /** Ends the process and deletes its data. */
  stop(): Promise<void>;
}

export interface Start {
  /** One process unless it is said. */
  readonly profile?: Profile;
  /** The demonstration data, or a store with nothing but `record`. */
  readonly demonstration?: boolean;
  /** Whether the pages are looked at; then they are built first, where they are older than their sources. */
  readonly pages?: boolean;
  /** Put into the store before the start, with its own moments of record. */
  readonly record?: Iterable<RecordedEvent>;
  /** Further settings, by their names in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Demarche as its users run it: every process by its own entry, on free ports and in a folder of its own. */
export const startDemarche = ({ profile = 'standalone', ...start }: Start = {}): Promise<RunningDemarche> =>
  profile === 'standalone' ? startStandalone(start) : startServices(start);

/** The deployed profile serves the pages as they were built, and is given the demonstration data rather than making it. */
const startServices = async ({ demonstration = false, pages = true, record, settings = {} }: Start) => {
  if (pages) await buildConsole(root, () => {});
  const today = new Date().toISOString().slice(0, 10);
  const given = demonstration ? demonstrationHistory({ today }) : record;
  const deployed = await startDeployed({ demonstration, settings, ...(given ? { record: given } : {}) });
  await deployed.caughtUp();
  return { address: deployed.address, stop: deployed.close };
};

const startStandalone = async ({
  demonstration = false,
  pages = true,
  record,
  settings = {},
}: Start): Promise<RunningDemarche> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-journey-'));
  if (record) await fill(join(folder, 'events.sqlite'), record);
  const child = spawn(process.execPath, [launcher], {
    env: {
      DEMARCHE_PORT: '0',
      DEMARCHE_DATA: folder,
      DEMARCHE_DEMO: demonstration ? 'yes' : 'no',
      DEMARCHE_PAGES: pages ? 'build' : 'as-built',
      ...settings,
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
