import { eventStoreDbEventStore } from '@demarche/event-store/eventstoredb';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readEverything } from '../load/read-everything.ts';
import { rounds } from '../rounds.ts';
import { killableEnvironment } from './environment.ts';
import { followFromStart } from './follow-from-start.ts';
import { judgeSoak } from './judge-soak.ts';
import { type KillableEventStore, killableEventStore, OptionsIgnored } from './killable-event-store.ts';
import { type Habit, type Load, writeUnderLoad } from './write-under-load.ts';

const { missing } = killableEnvironment();
const skipped = missing ? ` (skipped: ${missing})` : '';
const WRITERS = 16;

const faults: Record<string, (server: KillableEventStore, load: Load) => Promise<void>> = {
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
    server.pause();
    await load.more('failed', 2 * WRITERS);
    server.resume();
  },
};

describe.skipIf(missing)(`KurrentDB under ${WRITERS} writers, killed, stopped and frozen${skipped}`, () => {
  /** Lets a server suffer everything while people write, and says what was wrong in the end. */
  const soak = async (
    what: string,
    server: KillableEventStore,
    { times, habit }: { readonly times: number; readonly habit: Habit },
  ) => {
    onTestFinished(() => server.close());
    const { address: connectionString, user, password, caFile } = server.store;
    const credentials = user && password ? { username: user, password } : undefined;
    const open = () => {
      const store = eventStoreDbEventStore({ connectionString, credentials, caFile, timeoutMs: 3_000 });
      onTestFinished(() => store.close());
      return store;
    };
    const load = writeUnderLoad(open(), WRITERS, habit);
    const follower = followFromStart(open());
    for (let round = 0; round < times; round += 1) {
      for (const happen of Object.values(faults)) {
        await load.more('acknowledged', 500);
        await happen(server, load);
      }
    }
    await load.more('acknowledged', 500);
    await load.stop();
    const stored = await readEverything(open());
    const followed = await follower.until(stored.length);
    const { acknowledged } = load;
    const findings = judgeSoak({ acknowledged, stored, followed });
    const figures = { acknowledged: acknowledged.size, failures: load.failures(), stored: stored.length };
    process.stdout.write(`KurrentDB, ${what}: ${JSON.stringify({ ...figures, findings: findings.length })}\n`);
    return { kinds: new Set(findings.map(({ kind }) => kind)), findings: findings.slice(0, 10) };
  };
  const enough = { times: rounds({ short: 1, long: 5 }), habit: 'careful' } as const;

  test('nothing acknowledged is lost, nothing is doubled, a subscriber sees it in order', async () => {
    const { findings } = await soak('plainly', await killableEventStore(), enough);
    expect(findings).toEqual([]);
  });

  test('so it is over TLS, for a user with a password', async ({ skip }) => {
    const server = await killableEventStore({ tls: true }).catch((error: unknown) => {
      if (error instanceof OptionsIgnored) return skip(error.message);
      throw error;
    });
    const { findings } = await soak('over TLS', server, enough);
    expect(findings).toEqual([]);
  });

  test.each([
    ['append another event', 'doubled'],
    ['acknowledge first, and append once', 'lost'],
  ] as const)('writers who, where nobody answers, %s, are found out: %s', async (habit, kind) => {
    const { kinds } = await soak(habit, await killableEventStore(), { times: 1, habit });
    expect(kinds).toEqual(new Set([kind]));
  });
});
