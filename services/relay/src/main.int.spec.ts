import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@demarche/event-store';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { connectNats, natsMessageLog } from '@demarche/messaging/nats';
import {
  natsInstalled,
  type RunningService,
  runService,
  runToItsEnd,
  type StartNatsOptions,
  startNats,
} from '@demarche/testing';
import { appendScenario, generateScenario } from '@demarche/testing/scenario';
import { describe, expect, it, onTestFinished } from 'vitest';

const main = new URL('main.ts', import.meta.url);

/** For what processes do on a machine that is busy with other things. */
const PATIENCE_MS = 90_000;
const patience = { timeout: PATIENCE_MS, interval: 100 };
const timeout = 2 * PATIENCE_MS;

const history = [
  ...generateScenario({ seed: 3, countries: 3, fromYear: 2023, toYear: 2025, today: '2026-03-31', eventsTarget: 360 }),
];

const anotherHistory = [
  ...generateScenario({ seed: 4, countries: 3, fromYear: 2023, toYear: 2025, today: '2026-03-31', eventsTarget: 90 }),
];

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-relay-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A record of its own, and the first so many events of the history on it. */
const record = async (count: number) => {
  const file = join(temporaryFolder(), 'events.sqlite');
  const store = sqliteEventStore({ file });
  onTestFinished(() => store.close());
  let recorded = 0;
  const recordUpTo = async (end: number): Promise<void> => {
    await appendScenario(store, history.slice(recorded, end));
    recorded = end;
  };
  await recordUpTo(count);
  /** What nobody else has recorded: years of other countries. */
  const recordAnother = (events: number) => appendScenario(store, anotherHistory.slice(0, events));
  return { file, store, recordUpTo, recordAnother };
};

/** A bus of its own, and what whoever reads the bus finds on it. */
const startBus = async (options: StartNatsOptions = {}) => {
  const nats = await startNats(options);
  onTestFinished(() => nats.close());
  const connection = connectNats({ servers: [nats.url], name: 'specification', backOff: { firstMs: 20, mostMs: 200 } });
  onTestFinished(() => connection.close());
  const log = natsMessageLog(connection);
  const found = () => log.read(1, 2 * history.length).catch(() => []);
  return { nats, found };
};
type Bus = Awaited<ReturnType<typeof startBus>>;

const relayBetween = async (file: string, { nats }: Bus, settings = {}): Promise<RunningService> => {
  const relay = await runService(main, { DEMARCHE_STORE: file, DEMARCHE_BUS: nats.url, ...settings });
  onTestFinished(async () => void (await relay.stop()));
  return relay;
};

const readinessOf = async ({ address }: RunningService) => {
  const response = await fetch(`${address}/readyz`);
  return { http: response.status, ...((await response.json()) as Readonly<Record<string, unknown>>) };
};

/** What its log says, in order: for everybody, and on each try for whoever asks for that. */
const toldOf = (about: RegExp, { log }: RunningService) => {
  const lines = log().filter(({ msg }) => about.test(msg));
  const ofEachTry = lines.filter(({ level }) => level === 20);
  return { once: lines.filter((line) => !ofEachTry.includes(line)).map(({ msg }) => msg), tries: ofEachTry.length };
};

const caughtUpTo = (position: number) => ({
  http: 200,
  status: 'pass',
  checks: {
    store: { status: 'pass', head: position },
    bus: { status: 'pass' },
    relay: { status: 'pass', position, lag: 0 },
  },
});
const refusedBecause = (trouble: string) => ({
  http: 503,
  status: 'fail',
  checks: { bus: { status: 'pass' }, relay: { status: 'fail', trouble: expect.stringMatching(trouble) } },
});
const busIsAway = {
  http: 503,
  status: 'fail',
  checks: { store: { status: 'pass' }, bus: { status: 'fail', trouble: expect.stringMatching(/bus|nats/i) } },
};

/** Every event once and in the order of the record. */
const expectAllOn = async ({ found }: Bus, store: EventStore): Promise<void> => {
  const events = await store.readAll(0, 2 * history.length);
  const ids = async () => (await found()).map(({ messageId }) => messageId);
  await expect.poll(ids, patience).toEqual(events.map(({ eventId }) => eventId));
};

const installed = natsInstalled();
const skipped = installed === true ? '' : ` (skipped: ${installed})`;

describe.skipIf(installed !== true)(`the relay as a process of its own${skipped}`, { timeout }, () => {
  it('fills a new stream in order, then with what others record, says that nothing is left, and stops when asked', async () => {
    const [{ file, store, recordUpTo }, bus] = await Promise.all([record(300), startBus()]);
    const relay = await relayBetween(file, bus);
    await expectAllOn(bus, store);
    await expect.poll(() => readinessOf(relay), patience).toMatchObject(caughtUpTo(300));
    await recordUpTo(330);
    await expectAllOn(bus, store);
    const places = async () => (await bus.found()).map(({ sequence, position }) => [sequence, position]);
    await expect.poll(places, patience).toEqual(Array.from({ length: 330 }, (_, index) => [index + 1, index + 1]));
    expect(await relay.stop()).toBe(0);
  });

  it('beside another leaves each event once and in order', async () => {
    const [{ file, store, recordUpTo }, bus] = await Promise.all([record(200), startBus()]);
    const relays = await Promise.all([relayBetween(file, bus), relayBetween(file, bus)]);
    for (const count of [220, 260, 330, 360]) await recordUpTo(count);
    for (const relay of relays) await expect.poll(() => readinessOf(relay), patience).toMatchObject(caughtUpTo(360));
    expect(await Promise.all(relays.map(({ stop }) => stop()))).toEqual([0, 0]);
    await expectAllOn(bus, store);
  });

  it('started while the bus is away says so, and goes on by itself once it is there', async () => {
    const [{ file, store }, bus] = await Promise.all([record(100), startBus()]);
    await bus.nats.stop();
    const relay = await relayBetween(file, bus);
    await expect
      .poll(() => readinessOf(relay), patience)
      .toMatchObject({ ...busIsAway, checks: { relay: { status: 'warn', position: null, lag: null } } });
    await expect.poll(async () => (await fetch(`${relay.address}/livez`)).status, patience).toBe(200);
    await bus.nats.start();
    await expectAllOn(bus, store);
    await expect.poll(() => readinessOf(relay), patience).toMatchObject(caughtUpTo(100));
  });

  it('fills a bus that was killed and wiped from the beginning, and tells of it once', async () => {
    const [{ file, store, recordUpTo }, bus] = await Promise.all([record(200), startBus()]);
    const relay = await relayBetween(file, bus, { DEMARCHE_LOG: 'debug' });
    await expectAllOn(bus, store);
    // On a busy machine it may not have been reached at the first attempt.
    const before = toldOf(/reached/, relay).once.length;
    await bus.nats.kill();
    await expect.poll(() => readinessOf(relay), patience).toMatchObject(busIsAway);
    await recordUpTo(230);
    await expect.poll(() => toldOf(/reached/, relay).tries, patience).toBeGreaterThan(1);
    bus.nats.wipe();
    await bus.nats.start();
    await expectAllOn(bus, store);
    await expect.poll(() => readinessOf(relay), patience).toMatchObject(caughtUpTo(230));
    const told = toldOf(/reached/, relay).once.slice(before);
    expect(told).toEqual(['the bus cannot be reached', 'the bus is reached again']);
  });

  it('puts nothing on a bus that does not take the largest event, and says what to set', async () => {
    const [{ file }, bus] = await Promise.all([record(20), startBus({ maxPayload: '1MB' })]);
    const relay = await relayBetween(file, bus, { DEMARCHE_LOG: 'debug' });
    const trouble = 'at most 1048576 bytes, and an event can need 1310720: set max_payload to 4MB in the configuration';
    await expect.poll(() => readinessOf(relay), patience).toMatchObject(refusedBecause(trouble));
    expect(await bus.found()).toEqual([]);
    await expect.poll(() => toldOf(/what is recorded/, relay).tries, patience).toBeGreaterThan(1);
    expect(toldOf(/what is recorded/, relay).once).toEqual(['the bus does not get what is recorded at the moment']);
    expect(await relay.stop()).toBe(0);
  });

  it('goes on behind a bus that stood still', async () => {
    const [{ file, store, recordUpTo }, bus] = await Promise.all([record(200), startBus()]);
    const relay = await relayBetween(file, bus);
    await expectAllOn(bus, store);
    await bus.nats.pause();
    await recordUpTo(230);
    await expect.poll(() => readinessOf(relay), patience).toMatchObject(busIsAway);
    bus.nats.resume();
    await expectAllOn(bus, store);
    await expect.poll(() => readinessOf(relay), patience).toMatchObject(caughtUpTo(230));
  });

  it.each(['kill', 'pause'] as const)('stops when asked, though the bus is away: %s', async (how) => {
    const [{ file, store, recordUpTo }, bus] = await Promise.all([record(100), startBus()]);
    const relay = await relayBetween(file, bus);
    await expectAllOn(bus, store);
    await bus.nats[how]();
    await recordUpTo(150);
    // Whoever does not end by itself within ten seconds ends with 1.
    expect(await relay.stop()).toBe(0);
  });

  it('leaves a bus alone that holds more than the record, says what to do, and does not give in', async () => {
    const [{ file, store }, older, bus] = await Promise.all([record(100), record(40), startBus()]);
    const relay = await relayBetween(file, bus);
    await expectAllOn(bus, store);
    await relay.stop();
    const restored = await relayBetween(older.file, bus);
    for (const count of [40, 60]) {
      await older.recordUpTo(count);
      const trouble = `up to position 100, the record only up to ${count}: .* Delete the stream`;
      await expect.poll(() => readinessOf(restored), patience).toMatchObject(refusedBecause(trouble));
    }
    await older.recordAnother(60);
    const trouble = 'another event at position 100 than the record: .* Delete the stream';
    await expect.poll(() => readinessOf(restored), patience).toMatchObject(refusedBecause(trouble));
    expect(await restored.stop()).toBe(0);
    await expectAllOn(bus, store);
  });
});

describe('the settings of the relay', { timeout }, () => {
  it('are told off all at once, without what was given, and it does not start', async () => {
    const { exitCode, errors } = await runToItsEnd(main, {
      DEMARCHE_PORT: 'harbour',
      DEMARCHE_STORE: 'http://store',
      DEMARCHE_BUS: 'nats://relay:changeit@bus:4222',
      DEMARCHE_BUS_REPLICAS: '2',
    });
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/DEMARCHE_PORT must be a port number/);
    expect(errors).toMatch(/DEMARCHE_STORE must be the whole path of a SQLite file/);
    expect(errors).toMatch(/DEMARCHE_BUS must hold no user and no password/);
    expect(errors).toMatch(/DEMARCHE_BUS_REPLICAS must be 1, 3 or 5/);
    expect(errors).not.toMatch(/harbour|changeit/);
  });

  it('have to say where the record and the bus are', async () => {
    const { exitCode, errors } = await runToItsEnd(main, {});
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/DEMARCHE_STORE is not set/);
    expect(errors).toMatch(/DEMARCHE_BUS is not set/);
  });

  it('are held against those that there are: what was mistyped stands beside what is missing', async () => {
    const { errors } = await runToItsEnd(main, { DEMARCHE_STOER: 'events.sqlite', DEMARCHE_BUS: 'nats://bus:4222' });
    expect(errors.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^ {2}DEMARCHE_STORE is not set/),
      '  No part of Demarche knows DEMARCHE_STOER (is DEMARCHE_STORE meant?): what is given there counts for nothing',
      '',
    ]);
  });
});
