import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore } from '@demarche/event-store';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { messageOf } from '@demarche/messaging';
import { connectNats, natsMessageLog, natsSignals } from '@demarche/messaging/nats';
import { trustedServiceHeader } from '@demarche/service-kit';
import {
  appendStory,
  aStory,
  askUntilGone,
  natsInstalled,
  type RunningService,
  runService,
  runToItsEnd,
  serviceKeyOf,
  startNats,
} from '@demarche/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

const DEMARCHE_OFFICER_KEY = 'a secret of the specs, long enough to be one';
const proof = () => trustedServiceHeader(serviceKeyOf(DEMARCHE_OFFICER_KEY));
const main = new URL('main.ts', import.meta.url);

/** For what a process does on a machine that is busy with other things. */
const PATIENCE_MS = 90_000;
const patience = { timeout: PATIENCE_MS, interval: 100 };

let folder: string;
let store: EventStore;
let storeSettings: Record<string, string>;
const running: RunningService[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-projections-'));
  const file = join(folder, 'events.sqlite');
  store = sqliteEventStore({ file });
  storeSettings = { DEMARCHE_STORE: file, DEMARCHE_OFFICER_KEY };
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((replica) => replica.stop()));
  await store.close();
  await rm(folder, { recursive: true });
});

const start = async (settings: Readonly<Record<string, string>>): Promise<RunningService> => {
  const views = { DEMARCHE_VIEWS: join(folder, `views-${running.length + 1}`, 'views.sqlite') };
  const replica = await runService(main, { ...storeSettings, ...views, ...settings });
  running.push(replica);
  return replica;
};

const post = (address: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = proof()) =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const question = { questions: [{ query: 'countries-by-code', arguments: { codes: ['XKD'] } }] };
const positionAt = async (address: string): Promise<unknown> => {
  const answer = (await (await post(address, '/queries', question)).json()) as { at?: { position: number } };
  return answer.at?.position;
};
const readinessAt = async (address: string) => {
  const response = await fetch(`${address}/readyz`);
  const told = (await response.json()) as {
    status: string;
    checks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  return { http: response.status, ...told };
};

const report = (year: number, country = 'XKD') =>
  aStory()
    .recordedOn(`${year}-07-01`)
    .publishes({ country, year, asks: ['Train judges.'] });

/** Another record of so many reports: as one that was put back is, once more has been recorded. */
const anotherRecord = async (reports: number): Promise<void> => {
  const file = join(folder, 'restored.sqlite');
  await store.close();
  store = sqliteEventStore({ file });
  storeSettings = { ...storeSettings, DEMARCHE_STORE: file };
  for (let year = 2001; year <= 2000 + reports; year += 1) await appendStory(store, report(year, 'XNV').events());
};
/** It answers with what it has, and is not ready: what it has is not on record. */
const holdsAnotherRecord = (position: number) => ({
  http: 503,
  checks: {
    projections: {
      status: 'fail',
      position,
      trouble: expect.stringMatching(`another event at position ${position} than the record: .* delete the files`),
    },
  },
});

describe('a replica that follows the store', { timeout: PATIENCE_MS }, () => {
  const fromStore = { DEMARCHE_FEED: 'store' };

  it('holds what others append, answers services only, and stops when asked', async () => {
    await appendStory(store, report(2024).events());
    const { address, stop } = await start(fromStore);
    await expect.poll(() => positionAt(address), patience).toBe(await store.head());
    await appendStory(store, report(2025).events());
    await expect.poll(() => positionAt(address), patience).toBe(await store.head());
    expect((await post(address, '/queries', question, {})).status).toBe(403);
    expect(await readinessAt(address)).toMatchObject({
      status: 'pass',
      checks: { projections: { lag: 0 }, store: { journalMode: 'wal', synchronous: 2 } },
    });
    expect(await stop()).toBe(0);
  });

  it('takes what an operator wishes from the gateway', async () => {
    const { address } = await start(fromStore);
    await expect.poll(() => positionAt(address), patience).toBe(0);
    expect((await post(address, '/operator/projections/rebuild', {}, {})).status).toBe(403);
    expect((await post(address, '/operator/projections/rebuild', {})).status).toBe(202);
    const doctor = await fetch(`${address}/operator/doctor`, { headers: proof() });
    expect(await doctor.json()).toMatchObject({
      dataFolder: join(folder, 'views-1'),
      checks: { projections: {}, store: { status: 'pass' } },
    });
  });

  it('beside another holds the same', async () => {
    const [one, other] = await Promise.all([
      start({ ...fromStore, DEMARCHE_VIEWS: join(folder, 'a', 'v.sqlite') }),
      start(fromStore),
    ]);
    await appendStory(store, report(2024).events());
    const head = await store.head();
    for (const { address } of [one, other]) await expect.poll(() => positionAt(address), patience).toBe(head);
  });

  it('takes nothing of a record that was restored and has grown since, and says so', async () => {
    const views = { ...fromStore, DEMARCHE_VIEWS: join(folder, 'views.sqlite') };
    await appendStory(store, report(2024).events());
    const before = await start(views);
    const held = await store.head();
    await expect.poll(() => positionAt(before.address), patience).toBe(held);
    await before.stop();
    await anotherRecord(2 * held);

    const { address } = await start(views);
    await expect.poll(() => readinessAt(address), patience).toMatchObject(holdsAnotherRecord(held));
    await appendStory(store, report(2025).events());
    expect(await readinessAt(address)).toMatchObject(holdsAnotherRecord(held));
  });

  it('does not touch the views of another', async () => {
    const views = { ...fromStore, DEMARCHE_VIEWS: join(folder, 'views.sqlite') };
    await start(views);
    const { exitCode, errors } = await runToItsEnd(main, { ...storeSettings, ...views, DEMARCHE_PORT: '0' });
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      /^Another replica keeps its views in .*views\.sqlite\. Give each a file of its own with DEMARCHE_VIEWS\.\n$/,
    );
  });

  it('says in one sentence that the folder of its views cannot be made', async () => {
    const views = { ...fromStore, DEMARCHE_VIEWS: '/proc/nowhere/views.sqlite' };
    const { exitCode, errors } = await runToItsEnd(main, { ...storeSettings, ...views });
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      /^The views cannot be kept in \/proc\/nowhere\/views\.sqlite: .* Name another place with DEMARCHE_VIEWS, or .*\n$/,
    );
  });

  it('answers everybody who asks while it stops', async () => {
    const { address, stop } = await start(fromStore);
    await expect.poll(() => positionAt(address), patience).toBe(0);
    const asked = askUntilGone(() => post(address, '/queries', question));
    await asked.answered(50);
    expect(await stop()).toBe(0);
    const { statuses, cutOff } = await asked.gone();
    expect(cutOff).toEqual([]);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('a replica whose store is away', { timeout: PATIENCE_MS }, () => {
  const away = { DEMARCHE_STORE: 'esdb://127.0.0.1:9?tls=false', DEMARCHE_FEED: 'store' };
  const trouble = expect.stringContaining('does not answer');

  it('starts, answers with what it has, and says what is wrong', async () => {
    const views = { DEMARCHE_VIEWS: join(folder, 'views.sqlite') };
    await appendStory(store, report(2024).events());
    const before = await start({ ...views, DEMARCHE_FEED: 'store' });
    const head = await store.head();
    await expect.poll(() => positionAt(before.address), patience).toBe(head);
    await before.stop();

    const { address, stop } = await start({ ...views, ...away });
    expect(await positionAt(address)).toBe(head);
    expect(await readinessAt(address)).toMatchObject({
      http: 200,
      status: 'warn',
      checks: { store: { status: 'warn', trouble }, projections: { catchingUp: expect.stringContaining('not known') } },
    });
    expect(await stop()).toBe(0);
  });

  it('is not ready while it has nothing to answer with', async () => {
    const { address, stop } = await start(away);
    expect(await readinessAt(address)).toMatchObject({
      http: 503,
      status: 'fail',
      checks: {
        store: { status: 'warn', trouble },
        projections: { status: 'fail', trouble: expect.stringMatching(/no views to answer from yet|does not answer/) },
      },
    });
    const refused = await post(address, '/queries', question);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await refused.json()).toMatchObject({ code: 'views-unavailable' });
    expect(await stop()).toBe(0);
  });
});

describe('its settings', { timeout: PATIENCE_MS }, () => {
  it('are told off all at once, and it does not start', async () => {
    const { exitCode, errors } = await runToItsEnd(main, {
      DEMARCHE_STORE: 'http://store',
      DEMARCHE_FEED: 'sometimes',
    });
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/DEMARCHE_STORE must be the whole path of a SQLite file/);
    expect(errors).toMatch(/DEMARCHE_FEED must be bus or store/);
    expect(errors).toMatch(/DEMARCHE_VIEWS is not set/);
    expect(errors).toMatch(/DEMARCHE_OFFICER_KEY is not set/);
  });

  it('have to name the bus, or say that there is none', async () => {
    const { errors } = await runToItsEnd(main, { ...storeSettings, DEMARCHE_VIEWS: join(folder, 'views.sqlite') });
    expect(errors).toMatch(/DEMARCHE_BUS is not set: must be the address of a NATS server .* DEMARCHE_FEED=store/);
  });
});

const installed = natsInstalled();

describe.skipIf(installed !== true)(
  `a replica that follows the bus${installed === true ? '' : ` (skipped: ${installed})`}`,
  { timeout: PATIENCE_MS },
  () => {
    const startBus = async () => {
      const nats = await startNats();
      onTestFinished(() => nats.close());
      const connection = connectNats({ servers: [nats.url], name: 'spec' });
      onTestFinished(() => connection.close());
      const log = natsMessageLog(connection, { ensures: true });
      /** As the relay does: everything on record that the bus does not hold, in order. */
      const publish = async () => {
        await expect.poll(() => connection.trouble, patience).toBeUndefined();
        const end = await log.end();
        let { position: previous, lastSequence } = end;
        for (const event of await store.readAll(previous, 1_000)) {
          expect(await log.publish(messageOf(event, previous), lastSequence)).toMatchObject({ outcome: 'published' });
          [previous, lastSequence] = [event.position, lastSequence + 1];
        }
      };
      return { nats, connection, publish, settings: { DEMARCHE_BUS: nats.url } };
    };

    it('holds what comes over it, and says so to whoever listens', async () => {
      const { publish, settings, connection } = await startBus();
      await appendStory(store, report(2024).events());
      await publish();
      const { address } = await start(settings);
      await expect.poll(() => positionAt(address), patience).toBe(await store.head());
      const told = Promise.withResolvers<readonly string[]>();
      natsSignals(connection).subscribe(({ countries }) => {
        if (countries.includes('XKD')) told.resolve(countries);
      });
      await connection.live().flush();
      await appendStory(store, report(2025).events());
      await publish();
      await expect.poll(() => positionAt(address), patience).toBe(await store.head());
      expect(await told.promise).toEqual(['XKD']);
      expect(await readinessAt(address)).toMatchObject({ status: 'pass', checks: { bus: { status: 'pass' } } });
    });

    it('goes on answering while the bus is away, and fetches up when it is back, though it has forgotten everything', async () => {
      const { nats, publish, settings } = await startBus();
      await appendStory(store, report(2024).events());
      await publish();
      const { address, log } = await start(settings);
      const before = await store.head();
      await expect.poll(() => positionAt(address), patience).toBe(before);

      await nats.kill();
      await expect
        .poll(() => readinessAt(address), patience)
        .toMatchObject({
          http: 200,
          status: 'warn',
          checks: { bus: { status: 'warn', trouble: expect.stringContaining('bus') } },
        });
      await appendStory(store, report(2025).events());
      expect(await positionAt(address)).toBe(before);

      nats.wipe();
      await nats.start();
      await publish();
      await expect.poll(() => positionAt(address), patience).toBe(await store.head());
      await expect.poll(async () => (await readinessAt(address)).status, patience).toBe('pass');
      const told = () => log().flatMap(({ msg }) => (msg.includes('reached') ? [msg] : []));
      await expect.poll(told, patience).toEqual(['the bus cannot be reached', 'the bus is reached again']);
    });

    it('takes nothing of a record that was restored and has grown since, though the bus was filled anew', async () => {
      const { publish, settings, nats } = await startBus();
      const views = { ...settings, DEMARCHE_VIEWS: join(folder, 'views.sqlite') };
      await appendStory(store, report(2024).events());
      await publish();
      const before = await start(views);
      const held = await store.head();
      await expect.poll(() => positionAt(before.address), patience).toBe(held);
      await before.stop();
      await anotherRecord(2 * held);
      await nats.kill();
      nats.wipe();
      await nats.start();
      await publish();

      const { address } = await start(views);
      await expect.poll(() => readinessAt(address), patience).toMatchObject(holdsAnotherRecord(held));
    });

    it('starts while the bus is away, and says so', async () => {
      const { nats, settings, publish } = await startBus();
      await nats.kill();
      await appendStory(store, report(2024).events());
      const { address } = await start(settings);
      await expect.poll(() => readinessAt(address), patience).toMatchObject({ checks: { bus: { status: 'warn' } } });
      await nats.start();
      await publish();
      await expect.poll(() => positionAt(address), patience).toBe(await store.head());
    });
  },
);
