import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RebuildState } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { aStory } from '@demarche/testing';
import { appendScenario, generateScenario } from '@demarche/testing/scenario';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KillableDemarche, killableDemarche } from '../killed/killable-demarche.ts';
import { type Desk, readiness, signedIn } from '../poison/operator.ts';
import { rounds } from '../rounds.ts';
import { catchUp, hashOfCleanReplay, hashOfViewFile } from '../views/clean-replay.ts';
import { continuousLoad } from './continuous-load.ts';

const command = fileURLToPath(new URL('../../../services/cli/bin/demarche.mjs', import.meta.url));

/** A history of its own beside the generated one, on which the writers write. */
const WRITTEN = ['XYY-2026-01', 'XYY-2026-02'];
const written = () =>
  aStory()
    .recordedOn('2026-11-20')
    .publishes({ country: 'XYY', year: 2026, name: 'Ystria', asks: ['Train judges.', 'Fund shelters.'] })
    .events();

const within = mkdtempSync(join(tmpdir(), 'demarche-rebuild-'));
const running = new Set<KillableDemarche>();
afterAll(async () => {
  for (const process of running) await process.kill();
  rmSync(within, { recursive: true, force: true });
});

const prepare = async (name: string, events: number): Promise<string> => {
  const data = join(within, name, 'data');
  mkdirSync(join(data, 'views'), { recursive: true });
  const store = sqliteEventStore({ file: join(data, 'events.sqlite') });
  const scenario = { seed: 7, countries: 187, fromYear: 2013, toYear: 2026, today: '2026-11-19', eventsTarget: events };
  await appendScenario(store, generateScenario(scenario));
  await appendScenario(store, written());
  await catchUp(store, join(data, 'views', 'views.sqlite'));
  await store.close();
  return join(within, name);
};
/** What a start writes beside the data, for as long as rebuilds of it are to be slow. */
const brakeOf = (folder: string): string => join(folder, 'brake');
/** How long a rebuild takes over each event, and between which. */
interface Brake {
  readonly after: number;
  readonly until: number;
  readonly ms: number;
}
const start = async (folder: string, { after, until, ms }: Brake) => {
  const preload = new URL('brake-timeline.ts', import.meta.url);
  preload.searchParams.set('file', brakeOf(folder));
  preload.searchParams.set('after', `${after}`);
  preload.searchParams.set('until', `${until}`);
  preload.searchParams.set('ms', `${ms}`);
  const process = killableDemarche({ folder, preload });
  running.add(process);
  process.start();
  const address = await process.whenUp();
  return { address, desk: await signedIn(address), kill: process.kill };
};

const viewFilesIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'data', 'views')).filter((name) => name.endsWith('.sqlite'));
const isCleanReplay = async (folder: string): Promise<void> => {
  const files = viewFilesIn(folder);
  expect(files).toHaveLength(1);
  const store = sqliteEventStore({ file: join(folder, 'data', 'events.sqlite') });
  try {
    expect(hashOfViewFile(join(folder, 'data', 'views', files[0] ?? ''))).toBe(await hashOfCleanReplay(store, folder));
  } finally {
    await store.close();
  }
};

const stateAt = async (desk: Desk): Promise<RebuildState | null> =>
  (await desk.operate<{ rebuild: RebuildState | null }>('GET', '/projections/rebuild')).rebuild;

/** Waits until a rebuild is so, and fails where it ends before. */
const rebuildThat = async (desk: Desk, isSo: (state: RebuildState) => boolean): Promise<RebuildState> => {
  for (;;) {
    const state = await stateAt(desk);
    if (state && isSo(state)) return state;
    if (state && state.state !== 'running') throw new Error(`The rebuild has ended: ${JSON.stringify(state)}`);
    await delay(5);
  }
};
const isUnderWay = ({ state, done, target }: RebuildState): boolean => state === 'running' && done > 0 && done < target;
const hasEnded = ({ state }: RebuildState): boolean => state !== 'running';

const begin = (address: string, ...more: readonly string[]) => {
  const child = spawn(process.execPath, [command, 'projections', 'rebuild', ...more], {
    env: { DEMARCHE_URL: address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { interrupt: () => child.kill('SIGINT'), ended: ended.then(([out, err, [code]]) => ({ code, out, err })) };
};

/** From the larger number of events on, all views are built by several threads. */
describe.each([
  ['in the thread that answers', rounds({ short: 5_000, long: 15_000 }), { after: 0, until: 4_000, ms: 3 }],
  // A thread takes batches of 10,000, and looks up between them: the second is slow, and all that is to happen meanwhile
  // has its time.
  ['in threads beside it', rounds({ short: 21_000, long: 200_000 }), { after: 10_000, until: 20_000, ms: 0.9 }],
])('a rebuild %s', (_where, events, brake) => {
  let prepared: string;
  beforeAll(async () => {
    prepared = await prepare(`${events}`, events);
  });
  const copy = (as: string): string => {
    const folder = join(within, `${events}-${as}`);
    cpSync(prepared, folder, { recursive: true });
    writeFileSync(brakeOf(folder), '');
    return folder;
  };

  test('under load is left, called off, gone on with and ended, and every answer meanwhile is right', async () => {
    const folder = copy('load');
    const { address, desk, kill } = await start(folder, brake);
    const load = await continuousLoad(address, WRITTEN);

    const first = begin(address);
    await rebuildThat(desk, isUnderWay);
    first.interrupt();
    expect(await first.ended).toMatchObject({ code: 130, err: expect.stringContaining('The rebuild goes on.') });
    const left = await rebuildThat(desk, isUnderWay);
    expect(await readiness(address)).toMatchObject({
      ready: 'pass',
      rebuild: { state: 'running', number: left.number },
    });
    const calledOff = await desk.operate<{ cancelled: boolean; rebuild: RebuildState }>(
      'POST',
      '/projections/rebuild/cancel',
    );
    expect(calledOff).toMatchObject({ cancelled: true, rebuild: { state: 'cancelled', number: left.number } });

    rmSync(brakeOf(folder));
    const { rebuild: again } = await desk.operate<{ rebuild: RebuildState }>('POST', '/projections/rebuild');
    expect(again.number).toBe(left.number + 1);
    const resumed = await rebuildThat(desk, ({ done }) => done > 0);
    expect(resumed.done).toBeGreaterThanOrEqual(left.done);
    expect(await rebuildThat(desk, hasEnded)).toMatchObject({ state: 'done', view: null });

    const { code, out } = await begin(address, 'search-everything', '--json').ended;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ view: 'search-everything', state: 'done', number: left.number + 2 });
    await load.moreAnswers(20);

    const { findings, answers, writes } = await load.stop();
    expect(findings).toEqual([]);
    expect(answers).toBeGreaterThan(100);
    expect(writes).toBeGreaterThan(20);
    expect(await readiness(address)).toMatchObject({ ready: 'pass', lag: 0, parked: 0, rebuild: null });
    await kill();
    await isCleanReplay(folder);
  });

  test.each([
    ['all views', null],
    ['one view', 'recommendation-timeline'],
  ])('of %s is killed, and the next start answers at once and goes on by itself', async (_what, view) => {
    const folder = copy(`killed-${view}`);
    const before = await start(folder, brake);
    await before.desk.operate('POST', '/projections/rebuild', view ? { view } : {});
    const { done } = await rebuildThat(before.desk, isUnderWay);
    await before.kill();

    const { address, desk, kill } = await start(folder, brake);
    const load = await continuousLoad(address, WRITTEN);
    const goingOn = await rebuildThat(desk, isUnderWay);
    expect(goingOn).toMatchObject({ view, number: 1 });
    await load.moreAnswers(20);
    rmSync(brakeOf(folder));
    const ended = await rebuildThat(desk, hasEnded);
    expect(ended).toMatchObject({ view, state: 'done', number: 1 });
    expect(goingOn.done).toBeGreaterThanOrEqual(done);
    expect((await load.stop()).findings).toEqual([]);
    await kill();
    await isCleanReplay(folder);
  });
});
