import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { natsInstalled } from '@demarche/testing';
import { seededRandom } from '@demarche/testing/scenario';
import { describe, expect, test } from 'vitest';
import { headOf, positionOf } from '../../deployed/service-health.ts';
import type { ServiceProcess } from '../../deployed/service-process.ts';
import { waitUntil } from '../../deployed/wait-until.ts';
import { rounds } from '../rounds.ts';
import { seed } from '../seed.ts';
import { profileUnderTest } from './profile-under-test.ts';

const installed = natsInstalled();
const skipped = installed === true ? '' : ` (skipped: ${installed})`;
/** Takes a blow off the beat of the answers. */
const OFF_BEAT_MS = 15;
const MOST_BETWEEN = 25;

describe.skipIf(installed !== true)(`services of the deployed profile die under load${skipped}`, () => {
  const { deployed, book, underLoad } = profileUnderTest({ replicas: 2, replicasToCome: 1 });
  const random = seededRandom(seed);
  /** Commands that were on record when they were sent again, because nobody had heard so. */
  const onRecordUnheard = (): readonly string[] =>
    book().acknowledged.flatMap(({ key, unanswered, reply }) => (unanswered > 0 && reply.answer.repeated ? [key] : []));

  test('each is killed in turn: nothing is lost, nothing doubled, and every replica is a clean replay', async () => {
    const { figures, findings } = await underLoad('killed', async (shift) => {
      for (let round = 0; round < rounds({ short: 1, long: 20 }); round += 1) {
        for (const service of deployed().everything) {
          await shift.moreDone(random.integer(1, MOST_BETWEEN));
          await delay(random.integer(0, OFF_BEAT_MS));
          await service.kill();
          await service.start();
        }
      }
    });
    expect(findings, `VITE_SEED=${seed}`).toEqual([]);
    expect(figures['inDoubt']).toBeGreaterThan(0);
  });

  test('each is told to stop: requests finish, and what cannot be served is to be asked again later', async () => {
    const { recommendations, engagements, commitments, relay, gateway, console } = deployed().services;
    const [replica, other] = deployed().replicas as [ServiceProcess, ServiceProcess];
    const groups = [[recommendations, replica], [engagements, other], [commitments, relay], [gateway], [console]];
    const ends: { readonly name: string; readonly exitCode: number | null }[] = [];
    let unanswered = 0;
    const before = onRecordUnheard();
    const { findings } = await underLoad('stopped', async (shift) => {
      for (const leaving of groups) {
        await shift.moreDone(5);
        const unansweredBefore = shift.tries.unanswered;
        const stopped = await Promise.all(leaving.map((service) => service.stop()));
        ends.push(...stopped.map(({ exitCode }, index) => ({ name: leaving[index]?.name ?? '', exitCode })));
        await Promise.all(leaving.map((service) => service.start()));
        await deployed().ready();
        if (!leaving.includes(console)) unanswered += shift.tries.unanswered - unansweredBefore;
      }
    });
    expect(findings, `VITE_SEED=${seed}`).toEqual([]);
    // Whoever does not end within ten seconds ends itself, with another code.
    expect(ends.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
    expect(ends).toHaveLength(deployed().everything.length);
    // Only the console can leave somebody without an answer.
    expect(unanswered).toBe(0);
    // A request that was let finish is answered: nothing is on record of which the answer was to come back later.
    expect(onRecordUnheard()).toEqual(before);
  });

  test('a replica is added: it comes as far as the others', async () => {
    const { findings } = await underLoad('with one replica more', async (shift) => {
      await deployed().replicas.at(-1)?.start();
      await shift.moreDone(10);
    });
    expect(findings, `VITE_SEED=${seed}`).toEqual([]);
    expect(await positionOf(deployed().replicas.at(-1) as ServiceProcess)).toBe(await headOf(deployed().storeFile));
  });

  test('another program holds the store: commands wait or are to be sent again later, and all are done in the end', async () => {
    const { findings, tries } = await underLoad('store busy', async (shift) => {
      for (let round = 0; round < rounds({ short: 1, long: 20 }); round += 1) {
        const { unavailable } = shift.tries;
        const other = new DatabaseSync(deployed().storeFile, { timeout: 20_000 });
        other.exec('BEGIN IMMEDIATE');
        await waitUntil('somebody is asked to come back later', async () =>
          shift.tries.unavailable > unavailable ? '' : JSON.stringify(shift.tries),
        );
        other.exec('ROLLBACK');
        other.close();
        await shift.moreDone(10);
      }
    });
    expect(findings, `VITE_SEED=${seed}`).toEqual([]);
    expect(tries.unanswered).toBe(0);
  });
});
