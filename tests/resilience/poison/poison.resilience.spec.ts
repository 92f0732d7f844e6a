import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParkedStream, RecordedEvent, Replay } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KillableDemarche, killableDemarche } from '../killed/killable-demarche.ts';
import { hashOfCleanReplay, hashOfViewFile } from '../views/clean-replay.ts';
import { demarche, readiness, signedIn } from './operator.ts';
import { POISONED_AT, POISONED_STREAMS, poisonedRecord, putInto } from './poisoned-record.ts';

const NEWER = new URL('become-newer-release.ts', import.meta.url);

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-poison-'));
  folders.push(folder);
  mkdirSync(join(folder, 'data'));
  return folder;
};
const running = new Set<KillableDemarche>();
afterAll(async () => {
  for (const process of running) await process.kill();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const start = async (folder: string, preload?: URL) => {
  const process = killableDemarche({ folder, ...(preload ? { preload } : {}) });
  running.add(process);
  process.start();
  return { address: await process.whenUp(), kill: process.kill };
};
const withRecord = async (record: readonly RecordedEvent[]): Promise<string> => {
  const folder = newFolder();
  await putInto(join(folder, 'data'), record);
  return folder;
};

/** The content hash of the views that a Demarche left. */
const hashIn = (folder: string): string => {
  const views = join(folder, 'data', 'views');
  const files = readdirSync(views).filter((name) => name.endsWith('.sqlite'));
  expect(files).toHaveLength(1);
  return hashOfViewFile(join(views, files[0] ?? ''));
};
/** The same of views that read this record from nothing, and can read all of it. */
const hashOfReplay = async (record: readonly RecordedEvent[]): Promise<string> => {
  const folder = await withRecord(record);
  const store = sqliteEventStore({ file: join(folder, 'data', 'events.sqlite') });
  try {
    return await hashOfCleanReplay(store, folder);
  } finally {
    await store.close();
  }
};
const parkedAt = async (address: string): Promise<readonly ParkedStream[]> =>
  JSON.parse((await demarche(address, 'projections', 'parked', '--json')).out);
const streamsOf = (parked: readonly ParkedStream[]) => [...new Set(parked.map(({ stream }) => stream))].sort();

const LISTS = `{
  recommendations { nodes { reference notUpToDateSince } }
  engagements { nodes { engagementId notUpToDateSince } }
  commitments { nodes { commitmentId notUpToDateSince } }
  instruments { nodes { instrumentId notUpToDateSince } }
}`;
interface Since {
  readonly notUpToDateSince: string | null;
}
interface Lists {
  readonly recommendations: { readonly nodes: readonly (Since & { readonly reference: string })[] };
  readonly engagements: { readonly nodes: readonly Since[] };
  readonly commitments: { readonly nodes: readonly (Since & { readonly commitmentId: string })[] };
  readonly instruments: { readonly nodes: readonly Since[] };
}

describe('a record of which a newer release wrote a part', () => {
  let address: string;
  beforeAll(async () => {
    ({ address } = await start(await withRecord(poisonedRecord())));
  });

  test('is shown as far as it can be read, says so, and everything else goes on', async () => {
    expect(await readiness(address)).toMatchObject({
      http: 200,
      ready: 'warn',
      lag: 0,
      parked: POISONED_STREAMS.length,
    });
    expect((await demarche(address, 'status')).out).toContain(
      '6 records are not up to date: "demarche projections parked"',
    );

    const desk = await signedIn(address, 'miriam.castellanos');
    const lists = await desk.graph<Lists>(LISTS);
    expect(lists.recommendations.nodes.toSorted((a, b) => (a.reference < b.reference ? -1 : 1))).toEqual([
      { reference: 'XKD-2026-01', notUpToDateSince: POISONED_AT },
      { reference: 'XKD-2026-02', notUpToDateSince: POISONED_AT },
      { reference: 'XKD-2026-03', notUpToDateSince: null },
      { reference: 'XMB-2026-01', notUpToDateSince: null },
      { reference: 'XNV-2026-01', notUpToDateSince: POISONED_AT },
    ]);
    expect(lists.engagements.nodes).toMatchObject([{ notUpToDateSince: POISONED_AT }]);
    expect(lists.commitments.nodes).toHaveLength(2);
    for (const { notUpToDateSince } of lists.commitments.nodes) expect(notUpToDateSince).toBe(POISONED_AT);
    expect(lists.instruments.nodes).toMatchObject([{ notUpToDateSince: POISONED_AT }]);
    const { country } = await desk.graph<{ country: Since }>('{ country(code: "XKD") { notUpToDateSince } }');
    expect(country.notUpToDateSince).toBe(POISONED_AT);

    const onHealthy = await desk.record('/recommendations/XMB-2026-01/pace', {
      pace: 'delayed',
      occurredOn: '2026-11-01',
    });
    expect(onHealthy.status).toBe(201);
    const { recommendation } = await desk.graph<{ recommendation: { pace: string } }>(
      `{ recommendation(reference: "XMB-2026-01", minPosition: ${onHealthy.body['position']}) { pace } }`,
    );
    expect(recommendation.pace).toBe('DELAYED');
    const onPoisoned = await desk.record('/recommendations/XKD-2026-01/pace', {
      pace: 'delayed',
      occurredOn: '2026-11-01',
    });
    expect(onPoisoned).toMatchObject({ status: 409, body: { code: 'record-unreadable' } });
    expect(await readiness(address)).toMatchObject({ ready: 'warn', lag: 0 });
  });

  test('is listed for the operator, each stream with view, since when, at what, how many wait and why', async () => {
    const parked = await parkedAt(address);
    expect(streamsOf(parked)).toEqual(POISONED_STREAMS);
    expect(
      parked.find(({ stream, view }) => stream === 'recommendation-XKD-2026-01' && view === 'recommendation'),
    ).toEqual({
      stream: 'recommendation-XKD-2026-01',
      view: 'recommendation',
      since: POISONED_AT,
      position: 8,
      eventType: 'PaceNoted',
      reason: 'PaceNoted version 99 is newer than this release knows (1): update Demarche',
      waiting: 2,
    });
    const list = await demarche(address, 'projections', 'parked');
    expect(list.code).toBe(1);
    expect(list.out).toContain(
      `recommendation-XKD-2026-01 is parked in recommendation since ${POISONED_AT} at PaceNoted (position 8), 2 waiting behind it: PaceNoted version 99`,
    );

    const replay = await demarche(address, 'projections', 'replay');
    expect(replay.code).toBe(1);
    expect(replay.out).toMatch(/^0 events were taken, in order; 0 streams came free, \d+ stay parked\.\n/);
    expect(await parkedAt(address)).toEqual(parked);
    expect(await demarche(address, 'projections', 'replay', 'timetable')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no view timetable. The views are records,'),
    });
  });

  test('is brought up to date by the start of a release that can read it, as if nothing had ever been wrong', async () => {
    const folder = await withRecord(poisonedRecord());
    const before = await start(folder);
    expect(streamsOf(await parkedAt(before.address))).toEqual(POISONED_STREAMS);
    await before.kill();

    const { address, kill } = await start(folder, NEWER);
    expect(await readiness(address)).toMatchObject({ http: 200, ready: 'pass', lag: 0, parked: 0 });
    expect(await demarche(address, 'projections', 'parked')).toMatchObject({ code: 0, out: 'No stream is parked.\n' });
    const desk = await signedIn(address);
    const { recommendation } = await desk.graph<{ recommendation: Since & { readonly pace: string } }>(
      '{ recommendation(reference: "XKD-2026-01") { pace notUpToDateSince } }',
    );
    expect(recommendation).toEqual({ pace: 'ON_TRACK', notUpToDateSince: null });
    await kill();
    expect(hashIn(folder)).toBe(await hashOfReplay(poisonedRecord({ poisoned: false })));
  });
});

describe('a view that chokes on a stream', () => {
  const STREAM = 'recommendation-XKD-2026-01';

  test('keeps it parked until it is mended; a replay then brings it up to date, in order, while it runs', async () => {
    const folder = await withRecord(poisonedRecord({ poisoned: false }));
    const gate = join(folder, 'gate');
    writeFileSync(gate, '');
    const preload = new URL(`choke-projector.ts?gate=${encodeURIComponent(gate)}&stream=${STREAM}`, import.meta.url);
    const { address, kill } = await start(folder, preload);

    expect(await parkedAt(address)).toMatchObject([
      {
        stream: STREAM,
        view: 'recommendation',
        since: POISONED_AT,
        position: 8,
        reason: 'The gate is shut',
        waiting: 2,
      },
    ]);
    const desk = await signedIn(address, 'miriam.castellanos');
    const noted = await desk.record('/recommendations/XKD-2026-01/pace', { pace: 'at_risk', occurredOn: '2026-11-01' });
    expect(noted.status).toBe(201);
    const shown = async () =>
      (
        await desk.graph<{ recommendation: Since & { readonly pace: string | null } }>(
          `{ recommendation(reference: "XKD-2026-01", minPosition: ${noted.body['position']}) { pace notUpToDateSince } }`,
        )
      ).recommendation;
    expect(await shown()).toEqual({ pace: null, notUpToDateSince: POISONED_AT });
    expect(await demarche(address, 'projections', 'replay', 'recommendation')).toMatchObject({
      code: 1,
      out: expect.stringContaining(`stays: ${STREAM} is parked in recommendation`),
    });

    rmSync(gate);
    const { code, out } = await demarche(address, 'projections', 'replay', 'recommendation', '--json');
    const replay = JSON.parse(out) as Replay;
    expect(code).toBe(0);
    expect(replay).toMatchObject({ events: 4, freed: [{ stream: STREAM, waiting: 3 }], stayed: [] });
    expect(await shown()).toEqual({ pace: 'AT_RISK', notUpToDateSince: null });
    expect(await readiness(address)).toMatchObject({ ready: 'pass', parked: 0, lag: 0 });
    expect(await demarche(address, 'projections', 'replay')).toMatchObject({
      code: 0,
      out: 'No stream is parked: there is nothing to replay.\n',
    });
    await kill();
    const store = sqliteEventStore({ file: join(folder, 'data', 'events.sqlite') });
    expect(hashIn(folder)).toBe(await hashOfCleanReplay(store, folder));
    await store.close();
  });
});
