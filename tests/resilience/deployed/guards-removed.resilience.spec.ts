import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreAddress } from '@demarche/event-store/open';
import { aStory, natsInstalled } from '@demarche/testing';
import { appendScenario, demonstrationCountries, generateScenario } from '@demarche/testing/scenario';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ServiceProcess } from '../../deployed/service-process.ts';
import { type Deployed, type DeployedWishes, startDeployed } from '../../deployed/start-deployed.ts';
import { waitUntil } from '../../deployed/wait-until.ts';
import { killableEventStore } from '../eventstoredb/killable-event-store.ts';
import { openBook } from '../load/book.ts';
import { seed } from '../seed.ts';
import { hashOfCleanReplay, viewFilesIn } from '../views/clean-replay.ts';
import { judgeViewFiles } from '../views/judge-view-files.ts';
import { judgeDeployed } from './judge-deployed.ts';
import { openOffice } from './office.ts';
import { type StoreKind, stores } from './stores.ts';

const installed = natsInstalled();
const skipped = installed === true ? '' : ` (skipped: ${installed})`;

/** What nothing but these faults leads to, and how many blows may miss them. */
const FOUND = ['lost', 'doubled'];
const MOST_ROUNDS = 20;

const fault = (name: string): URL => new URL(`./faults/${name}.ts`, import.meta.url);
const start = async (wishes: DeployedWishes) => {
  const deployed = await startDeployed(wishes);
  onTestFinished(() => deployed.close());
  return deployed;
};
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-fault-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};
const record = () =>
  generateScenario({
    seed,
    countries: demonstrationCountries,
    fromYear: 2019,
    toYear: 2025,
    today: '2025-11-21',
    eventsTarget: 1_000,
  });

/** Something that happens once everything has caught up. */
const putOnRecord = async (deployed: Deployed): Promise<void> => {
  const story = aStory()
    .recordedOn('2026-11-20')
    .publishes({ country: 'XYY', year: 2026, name: 'Ystria', asks: ['Train judges.', 'Fund shelters.'] });
  const store = await openStore(deployed.store);
  await appendScenario(store, story.events());
  await store.close();
};

/** A server of its own; a file is made by the profile. */
const storeOf = async (kind: StoreKind): Promise<StoreAddress | undefined> => {
  if (kind === 'file') return undefined;
  const server = await killableEventStore();
  onTestFinished(() => server.close());
  return server.store;
};

/** What is wrong with the views of the one replica, in kinds. */
const judgeViews = async (deployed: Deployed): Promise<readonly string[]> => {
  await deployed.caughtUp();
  const store = await openStore(deployed.store);
  const replayed = await hashOfCleanReplay(store, deployed.folder);
  await store.close();
  return judgeViewFiles(viewFilesIn(deployed.viewsFolder(0)), replayed).map(({ kind }) => kind);
};

describe.skipIf(installed !== true)(`guards of the deployed profile that are missing are found out${skipped}`, () => {
  for (const { store, title, missing } of stores) {
    test.skipIf(missing)(
      `a store that answers before the commit, clients that try again under another key: ${title}`,
      async () => {
        const deployed = await start({
          store: await storeOf(store),
          preloads: { recommendations: fault('answer-too-early'), engagements: fault('answer-late') },
        });
        // What the services do not answer is sent again on the way, under its key: only the console leaves people without a word.
        const killed = [deployed.services.recommendations, deployed.services.console];
        const office = await openOffice(deployed, { seed, retryWith: 'another key' });
        const kinds = new Set<string>();
        // Whether a blow falls between an answer and its commit is chance. That some blow does is not.
        for (let round = 0; round < MOST_ROUNDS && !FOUND.every((kind) => kinds.has(kind)); round += 1) {
          const shift = office.begin();
          await shift.moreDone(30);
          await Promise.all(killed.map((service) => service.kill()));
          await Promise.all(killed.map((service) => service.start()));
          await shift.end();
          const { findings } = await judgeDeployed(deployed, office.book);
          for (const { kind } of findings) kinds.add(kind);
        }
        expect([...kinds], `VITE_SEED=${seed}`).toEqual(expect.arrayContaining(FOUND));
      },
    );
  }

  const twoRelays = async (preload: URL) => {
    const deployed = await start({ record: record(), only: [], preloads: { relay: preload, 'relay-2': preload } });
    // Both are there before either can begin.
    await deployed.nats.pause();
    const relays = [deployed.services.relay, await deployed.anotherRelay()];
    await Promise.all(relays.map((relay) => relay.start()));
    deployed.nats.resume();
    return judgeDeployed(deployed, openBook());
  };

  test('two relays, of whose messages the bus knows none again: what each is to follow on keeps them in order', async () => {
    const { findings } = await twoRelays(fault('publish-under-new-ids'));
    expect(findings.slice(0, 10)).toEqual([]);
  });

  test('two relays that do not say either what their messages follow on', async () => {
    const preload = fault('publish-out-of-turn');
    preload.searchParams.set('meet', newFolder());
    const { findings } = await twoRelays(preload);
    expect(findings.map(({ kind }) => kind)).toContain('bus-differs');
  });

  const projectionsWith = async (preload: URL) => {
    const preloads = { 'projections-1': preload };
    const deployed = await start({ record: record(), only: ['relay', 'projections'], preloads });
    await deployed.caughtUp();
    return { deployed, replica: deployed.replicas[0] as ServiceProcess };
  };

  test('projections that take again what they have taken', async () => {
    const { deployed } = await projectionsWith(fault('take-twice'));
    await putOnRecord(deployed);
    expect(await judgeViews(deployed)).toEqual(['views-differ']);
  });

  test('projections that move their checkpoint after the views, and are killed in between', async () => {
    const gate = join(newFolder(), 'gate');
    const preload = fault('checkpoint-afterwards');
    preload.searchParams.set('gate', gate);
    const { deployed, replica } = await projectionsWith(preload);
    writeFileSync(gate, '');
    await putOnRecord(deployed);
    await waitUntil('it was killed', async () => (replica.pid === undefined ? '' : replica.said()));
    rmSync(gate);
    await replica.start();
    expect(await judgeViews(deployed)).toEqual(['views-differ']);
  });
});
