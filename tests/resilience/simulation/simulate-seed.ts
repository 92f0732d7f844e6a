import { memoryMessageLog } from '@demarche/messaging/in-process';
import { projectors as productViews } from '@demarche/projections';
import { seededRandom } from '@demarche/testing/scenario';
import { type BusHistory, unleash } from './chaos.ts';
import { checkBus } from './check-bus.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkEndings, checkRecord } from './check-record.ts';
import { checkAgainstReplay, checkViews } from './check-views.ts';
import { conditions } from './conditions.ts';
import { exampleViews } from './example-views.ts';
import { intentionsOf } from './intentions.ts';
import { network, newPeer } from './network.ts';
import { people } from './people.ts';
import { relayProcess } from './relays.ts';
import { replicaProcess } from './replicas.ts';
import type { Seams } from './seams.ts';
import { simulatedEventStore } from './simulated-event-store.ts';
import { newTrace } from './trace.ts';
import { Violation } from './violation.ts';
import { virtualTime } from './virtual-time.ts';
import type { WorldParts } from './world-parts.ts';
import { writeService } from './write-service.ts';

export interface SeedResult {
  readonly seed: number;
  /** What must not have happened and did. */
  readonly violation: string | undefined;
  readonly trace: readonly string[];
  readonly faults: readonly string[];
  readonly events: number;
  readonly steps: number;
}

/** Every so many seeds the product's own views are built beside the small ones. */
const PRODUCT_VIEWS_EVERY = 50;

/** After so much virtual time everything has to be answered, published and projected, or it never will be. */
const PATIENCE_MS = 15 * 60_000;

/** One world from its beginning to its end. The same seed makes the same world. */
export const simulateSeed = async (seed: number, seams: Seams = {}): Promise<SeedResult> => {
  const world = createWorld(seed, seams);
  let violation: string | undefined;
  try {
    await liveThrough(world);
  } catch (error) {
    violation = error instanceof Violation ? error.message : `Nobody thought of this: ${(error as Error).stack}`;
    world.parts.trace.note(`! ${violation}`);
  } finally {
    for (const replica of world.replicas) replica.close();
  }
  const { trace, time, store, conditions } = world.parts;
  return {
    seed,
    violation,
    trace: trace.lines(),
    faults: [...conditions.kinds],
    events: await store.head(),
    steps: time.steps(),
  };
};

const createParts = (seed: number) => {
  const time = virtualTime();
  const random = seededRandom(seed);
  const current = conditions(random.fork(1));
  const trace = newTrace(time.now);
  let failure: unknown;
  const parts: WorldParts = {
    time,
    random,
    conditions: current,
    trace,
    network: network({ time, random, conditions: current, trace }),
    store: simulatedEventStore({ after: time.after, writeMs: () => random.integer(0, 8) }),
    storePeer: newPeer('the store'),
    bus: memoryMessageLog({ now: time.now, duplicateWindowMs: random.pick([100, 2_000, 2_000, 120_000]) }),
    busPeer: newPeer('the bus'),
    fail(error) {
      failure ??= error;
    },
  };
  return { parts, failure: () => failure };
};

const createWorld = (seed: number, seams: Seams) => {
  const { parts, failure } = createParts(seed);
  const { random, conditions, trace } = parts;
  const projectors = seed % PRODUCT_VIEWS_EVERY === 0 ? [...exampleViews, ...productViews] : exampleViews;
  const service = writeService(parts, seams);
  const relays = Array.from({ length: random.pick([1, 1, 2]) }, (_, index) =>
    relayProcess(parts, `relay ${index + 1}`, seams),
  );
  const replicas = Array.from({ length: random.pick([1, 1, 2]) }, (_, index) =>
    replicaProcess(parts, `replica ${index + 1}`, { projectors, seams }),
  );
  const wanted = intentionsOf(random, random.integer(2, 6));
  trace.note(`seed ${seed}: ${relays.length} relays, ${replicas.length} replicas, ${wanted.length} people`);
  trace.note(`what goes wrong: ${[...conditions.kinds].join(', ') || 'nothing'}`);
  return { parts, failure, projectors, service, relays, replicas, wanted, seams };
};

type World = ReturnType<typeof createWorld>;

const liveThrough = async (world: World): Promise<void> => {
  const { parts, failure, service, relays, replicas, wanted, seams } = world;
  const { time, store, bus, conditions } = parts;
  const history: BusHistory = { lost: new Set(), purged: false };
  for (const process of [...relays, ...replicas]) process.start();
  const everybody = people(parts, service, wanted, seams);
  unleash(parts, { service, relays, replicas }, history);

  let caughtUp = false;
  const look = async () => {
    const head = await store.head();
    const published = (await bus.end()).position;
    caughtUp = everybody.areDone() && published === head && replicas.every((replica) => replica.checkpoint() === head);
    if (!caughtUp) time.after(500, () => void look());
  };
  time.after(conditions.kinds.size === 0 ? 500 : 20_500, () => void look());
  const ending = await time.pass({ holds: () => caughtUp || failure() !== undefined, latest: PATIENCE_MS });
  if (failure()) throw failure();
  if (ending !== 'holds') throw new Violation(`Not everything caught up once all was calm (${ending})`);
  await check(world, everybody.endings, history);
};

const check = async (
  { parts, projectors, service, replicas, wanted, seams }: World,
  endings: Parameters<typeof checkEndings>[1],
  history: BusHistory,
): Promise<void> => {
  const events = await parts.store.readAll(0, 10_000);
  checkRecord(events);
  checkEndings(events, endings);
  if (!seams.keyOf) await checkDecisions(events, wanted.flat(), service);
  await checkBus(parts.bus, events, history);
  for (const replica of replicas) {
    checkViews(replica, events);
    if (projectors !== exampleViews) checkAgainstReplay(replica, events, projectors);
  }
};
