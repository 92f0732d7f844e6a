import type { RecordedEvent } from '@demarche/contracts';
import { eventStoreDbEventStore } from '@demarche/event-store/eventstoredb';
import { describe, expect, onTestFinished, type TestContext, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { killableEnvironment } from './environment.ts';
import { followFromStart } from './follow-from-start.ts';
import { judgeSoak } from './judge-soak.ts';
import { killableCluster } from './killable-cluster.ts';
import { type KillableEventStore, killableEventStore } from './killable-event-store.ts';
import { readInTheEnd } from './read-in-the-end.ts';
import { OptionsIgnored } from './server-process.ts';
import { type Habit, keyOf, type Load, writeUnderLoad } from './write-under-load.ts';

const { missing } = killableEnvironment();
const skipped = missing ? ` (skipped: ${missing})` : '';
const WRITERS = 16;

type Fault = (server: KillableEventStore, load: Load) => Promise<void>;

const faults: Record<string, Fault> = {
  async killed(server, load) {
    await server.kill();
    await load.more('failed', WRITERS);
    await server.start();
  },
  async stopped(server, load) {
    await server.stop();
    await load.more('failed', WRITERS);
    await server.start();
  },
  async frozen(server, load) {
    await server.pause();
    await load.more('failed', 2 * WRITERS);
    await server.resume();
  },
};

interface SoakWishes {
  /** At most so often, where there is something to wait for. */
  readonly times: number;
  readonly until?: (stored: readonly RecordedEvent[]) => boolean;
  readonly habit?: Habit;
  readonly suffers?: Readonly<Record<string, Fault>>;
}

const usual = { habit: 'careful', suffers: faults } as const;

/** How long a server may be silent that is to answer, and one that is read from while everybody writes to it. */
const [PATIENCE_MS, READING_MS] = [3_000, 10_000];

const unlessIgnored = (skip: TestContext['skip']) => (error: unknown) => {
  if (error instanceof OptionsIgnored) return skip(error.message);
  throw error;
};

/** Others take over from a leader: what is recorded meanwhile they have taken. */
const faultsOfLeader: Record<string, Fault> = {
  async killed(server, load) {
    await server.kill();
    await load.more('acknowledged', 100);
    await server.start();
  },
  async stopped(server, load) {
    await server.stop();
    await load.more('acknowledged', 100);
    await server.start();
  },
  async frozen(server, load) {
    await server.pause();
    await load.more('acknowledged', 100);
    await server.resume();
  },
};

describe.skipIf(missing)(`KurrentDB under ${WRITERS} writers, killed, stopped and frozen${skipped}`, () => {
  /** Lets a server suffer everything while people write, and says what was wrong in the end. */
  const soak = async (what: string, server: KillableEventStore, wishes: SoakWishes) => {
    const { times, until, habit, suffers } = { ...usual, ...wishes };
    onTestFinished(() => server.close());
    const { address: connectionString, user, password, caFile } = server.store;
    const credentials = user && password ? { username: user, password } : undefined;
    const open = (timeoutMs = PATIENCE_MS) => {
      const store = eventStoreDbEventStore({ connectionString, credentials, caFile, timeoutMs });
      onTestFinished(() => store.close());
      return store;
    };
    const load = writeUnderLoad(open(), WRITERS, habit);
    onTestFinished(load.abandon);
    const follower = followFromStart(open());
    for (let round = 0; round < times; round += 1) {
      await load.more('acknowledged', 500);
      if (until?.(await readInTheEnd(open(READING_MS)))) break;
      for (const happen of Object.values(suffers)) {
        await load.more('acknowledged', 500);
        await happen(server, load);
      }
    }
    await load.more('acknowledged', 500);
    await load.stop();
    const stored = await readInTheEnd(open(READING_MS));
    const followed = await follower.until(stored.length);
    const { acknowledged } = load;
    const findings = judgeSoak({ acknowledged, stored, followed });
    const figures = { acknowledged: acknowledged.size, failures: load.failures(), stored: stored.length };
    process.stdout.write(`KurrentDB, ${what}: ${JSON.stringify({ ...figures, findings: findings.length })}\n`);
    return { kinds: new Set(findings.map(({ kind }) => kind)), findings: findings.slice(0, 10) };
  };
  const times = rounds({ short: 1, long: 5 });

  test('nothing acknowledged is lost, nothing is doubled, a subscriber sees it in order', async () => {
    const { findings } = await soak('plainly', await killableEventStore(), { times });
    expect(findings).toEqual([]);
  });

  test('so it is over TLS, for a user with a password', async ({ skip }) => {
    const server = await killableEventStore({ tls: true }).catch(unlessIgnored(skip));
    const { findings } = await soak('over TLS', server, { times });
    expect(findings).toEqual([]);
  });

  test('so it is in a cluster of three, of which the leader suffers, and another takes over', async ({ skip }) => {
    const cluster = await killableCluster().catch(unlessIgnored(skip));
    const { findings } = await soak('a cluster of three', cluster, { times, suffers: faultsOfLeader });
    expect(findings).toEqual([]);
  });

  test('writers who, where nobody answers, append another event, are found out: doubled', async () => {
    // By chance it does no harm: then nothing fell between what the server recorded and what it said of it.
    const until = (stored: readonly RecordedEvent[]) => new Set(stored.map(keyOf)).size < stored.length;
    const wishes = { times: 8, until, habit: 'append another event' } as const;
    const { kinds } = await soak(wishes.habit, await killableEventStore(), wishes);
    expect(kinds).toEqual(new Set(['doubled']));
  });

  test('writers who, where nobody answers, acknowledge first, and append once, are found out: lost', async () => {
    const wishes = { times: 1, habit: 'acknowledge first, and append once' } as const;
    const { kinds } = await soak(wishes.habit, await killableEventStore(), wishes);
    expect(kinds).toEqual(new Set(['lost']));
  });
});
