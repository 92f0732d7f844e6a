import { commitmentsModule } from '@demarche/commitments';
import { commandCatalogue } from '@demarche/contracts';
import { engagementsModule } from '@demarche/engagements';
import { memoryEventStore } from '@demarche/event-store/memory';
import { recommendationsModule } from '@demarche/recommendations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { seed } from '../seed.ts';
import { type Aim, type Attack, runAttacks, times } from './attacks/attack.ts';
import { brokenHttp } from './attacks/broken-http.ts';
import { graphAttacks } from './attacks/graph-attacks.ts';
import { hostileFiles } from './attacks/hostile-files.ts';
import { intricateBodies } from './attacks/intricate-bodies.ts';
import { subscribe } from './attacks/live-updates.ts';
import { strangeAddresses } from './attacks/strange-addresses.ts';
import { commandsBarrage } from './fuzz/commands-barrage.ts';
import { graphBarrage } from './fuzz/graph-barrage.ts';
import { knownReferences } from './fuzz/known-references.ts';
import { startTarget, type Target } from './hostile-target.ts';
import { judgeAfter } from './judge-after.ts';
import { newTally, type Tally } from './tally.ts';
import { type PatienceWatch, watchPatience } from './watch-patience.ts';
import { openWire, type Wire } from './wire.ts';

/**
 * Resident memory may rise by so many MB in the worst of it, over what the started process holds: eight import bodies of
 * 8 MB, two of them with their files, a reader that may take 256 MB, and what V8 leaves lying about while nobody else
 * wants it.
 */
const PEAK_RISE_MB = 700;
/** An ordinary question waits for no more work than this, whatever else goes on; nothing that strangers send holds the one thread longer. */
const SLOWEST_MS = 5_000;

const known = knownReferences();
let target: Target;
let wire: Wire;
let aim: Aim;
let atStart: number;
let broken: Promise<readonly string[]>;
let heldUp: PatienceWatch;

beforeAll(async () => {
  target = await startTarget();
  wire = openWire(target.port);
  aim = { port: target.port, wire, cookie: await wire.cookieOf('ines.okafor') };
  atStart = target.memory().now;
  target.forgetPeak();
  heldUp = watchPatience(target);
  // The slowest of them take as long as the server has patience: the other attacks come meanwhile.
  broken = attacked('broken HTTP', brokenHttp);
});
afterAll(async () => {
  await heldUp.stop();
  wire.close();
  await target.stop();
  target.remove();
});

const say = (what: string, figures: object): void => void process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);

/** What the attacks found wrong, with the counts printed. */
const attacked = async (what: string, attacks: readonly Attack[]): Promise<readonly string[]> => {
  const tally = newTally();
  const findings = await runAttacks(attacks, aim, tally);
  tally.print(what);
  return [...findings.slice(0, 20), ...faultsSince(what, tally)];
};

const faultsSince = (what: string, tally: Tally): readonly string[] => {
  say(what, { longestMs: heldUp.look(), memory: target.memory() });
  return [...tally.faults, ...[target.ended() ?? []].flat()];
};

describe('the standalone under attack', () => {
  test('strange addresses lead nowhere', async () => {
    expect(await attacked('addresses', strangeAddresses)).toEqual([]);
  });

  test('bodies that are deep, wide, large or named after what objects inherit are refused before they cost anything', async () => {
    expect(await attacked('bodies', intricateBodies)).toEqual([]);
  });

  test('documents that ask too much are refused', async () => {
    expect(await attacked('graph', graphAttacks)).toEqual([]);
  });

  test('questions with arguments of every sort are answered or refused, never a fault', async () => {
    const tally = newTally();
    const slowest = await graphBarrage({ ...aim, known, seed, questions: rounds({ short: 300, long: 5_000 }), tally });
    tally.print('questions');
    say('questions, the slowest', slowest);
    expect(faultsSince('questions', tally)).toEqual([]);
  });

  test('files that no government wrote are read or refused, and hold nobody up', async () => {
    expect(await attacked('imports', hostileFiles)).toEqual([]);
  });

  test('hundreds of live updates, opened and dropped, leave the rest alone', async () => {
    const streams = rounds({ short: 150, long: 400 });
    for (let round = 0; round < rounds({ short: 2, long: 10 }); round += 1) {
      const opened = await Promise.all(times(streams, () => subscribe(aim.port, aim.cookie)));
      for (const { drop } of opened) drop();
    }
    const heard = await subscribe(aim.port, aim.cookie);
    await logEngagement();
    await expect(heard.told).resolves.toBeUndefined();
    heard.drop();
    say('live updates', { streams, longestMs: heldUp.look(), memory: target.memory() });
  });

  test('fuzzed commands of every kind are recorded or refused with the field named, never a fault', async () => {
    const tally = newTally();
    const commands = rounds({ short: 1_500, long: 10_000 });
    const sent = await commandsBarrage({ wire, known, seed, commands, tally });
    tally.print('commands');
    expect(faultsSince('commands', tally)).toEqual([]);
    expect([...sent].toSorted()).toEqual(mountedCommands());
    expect(mountedCommands()).toEqual(Object.keys(commandCatalogue).toSorted());
  });

  test('HTTP that is broken, slow or in disguise is refused by a problem document, or dropped', async () => {
    expect(await broken).toEqual([]);
  });

  test('ordinary work goes on as before, within bounds', async () => {
    const { status, position } = await logEngagement();
    expect(status).toBe(201);
    const query = `{ countries(minPosition: ${position}) { totalCount } status { events parked { stream } } }`;
    const headers = { 'content-type': 'application/json', cookie: aim.cookie };
    const asked = await wire.send({ path: '/graphql', headers, body: JSON.stringify({ query }) });
    expect(JSON.parse(asked.text)).toMatchObject({ data: { status: { events: position, parked: [] } } });
    expect((await wire.send({ method: 'GET', path: '/readyz' })).status).toBe(200);
    await heldUp.stop();
    const memory = target.memory();
    say('ordinary work', { seed, longestMs: heldUp.longest(), memoryAtStart: atStart, memory, bound: PEAK_RISE_MB });
    expect(memory.peak - atStart).toBeLessThan(PEAK_RISE_MB);
    expect(heldUp.longest()).toBeLessThan(SLOWEST_MS);
    expect(target.said()).not.toMatch(/"level":[56]0/);
  });

  test('what is on record is whole, and the views are those of a clean replay', async () => {
    wire.close();
    await target.stop();
    const { events, findings } = await judgeAfter(target.folder);
    say('afterwards', { events, findings });
    expect(findings).toEqual([]);
  });
});

/** The commands that the write services take, by the modules that the standalone mounts. */
const mountedCommands = (): string[] => {
  const side = { store: memoryEventStore(), clock: { now: () => new Date().toISOString() } };
  return [recommendationsModule(side), engagementsModule(side), commitmentsModule(side)]
    .flatMap(({ routes }) => routes.map(({ definition }) => definition.name))
    .toSorted();
};

const logEngagement = async (): Promise<{ status: number; position: number }> => {
  const body = {
    occurredOn: '2026-09-09',
    countries: ['XKD'],
    post: 'Embassy Kald City',
    theirParticipants: [{ name: 'Minister of Justice' }],
    summary: 'Spoke of the draft law.',
  };
  const headers = { 'content-type': 'application/json', cookie: aim.cookie, 'idempotency-key': crypto.randomUUID() };
  const answer = await wire.send({ path: '/api/engagements', headers, body: JSON.stringify(body) });
  return { status: answer.status, position: Number(answer.headers['x-position']) };
};
