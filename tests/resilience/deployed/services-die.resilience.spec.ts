import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '@demarche/testing/scenario';
import { describe, expect, test } from 'vitest';
import { headOf, positionOf } from '../../deployed/service-health.ts';
import type { ServiceProcess } from '../../deployed/service-process.ts';
import { rounds } from '../rounds.ts';
import { seed } from '../seed.ts';
import { profileUnderTest } from './profile-under-test.ts';
import { storeFaults } from './store-faults.ts';
import { stores } from './stores.ts';

/** Takes a blow off the beat of the answers. */
const OFF_BEAT_MS = 15;
const MOST_BETWEEN = 25;
/** From being told to stop, which takes a second in which all goes on, to listening again. On a busy machine it takes longer. */
const BACK_SOON_MS = 4_000;

// Not `describe.each`: it would cut the reason short.
for (const { store, title, missing } of stores)
  describe(`${title}`, () => {
    describe.skipIf(missing)('services of the deployed profile die under load', () => {
      const profile = profileUnderTest(store, { replicas: 2, replicasToCome: 1 });
      const { deployed, book, underLoad } = profile;
      const random = seededRandom(seed);
      /** Commands that were on record when they were sent again, because nobody had heard so. */
      const onRecordUnheard = (): readonly string[] =>
        book().acknowledged.flatMap(({ key, unanswered, reply }) =>
          unanswered > 0 && reply.answer.repeated ? [key] : [],
        );

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

      test('each is told to stop: requests finish, and whoever asks waits for what is back soon', async () => {
        const { recommendations, engagements, commitments, relay, gateway, console } = deployed().services;
        const [replica, other] = deployed().replicas as [ServiceProcess, ServiceProcess];
        const groups = [[recommendations, replica], [engagements, other], [commitments, relay], [gateway], [console]];
        const ends: { readonly name: string; readonly exitCode: number | null }[] = [];
        let unanswered = 0;
        const notWaitedFor: string[] = [];
        const before = onRecordUnheard();
        const { findings } = await underLoad('stopped', async (shift) => {
          for (const leaving of groups) {
            await shift.moreDone(5);
            const [triesBefore, began] = [{ ...shift.tries }, performance.now()];
            const stopped = await Promise.all(leaving.map((service) => service.stop()));
            ends.push(...stopped.map(({ exitCode }, index) => ({ name: leaving[index]?.name ?? '', exitCode })));
            await Promise.all(leaving.map((service) => service.start()));
            const awayMs = performance.now() - began;
            await deployed().ready();
            if (!leaving.includes(console)) unanswered += shift.tries.unanswered - triesBefore.unanswered;
            const away = shift.tries.away - triesBefore.away;
            if (awayMs < BACK_SOON_MS && away > 0) notWaitedFor.push(`${leaving[0]?.name}: ${away}`);
          }
        });
        expect(findings, `VITE_SEED=${seed}`).toEqual([]);
        // Whoever does not end within ten seconds ends itself, with another code.
        expect(ends.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
        expect(ends).toHaveLength(deployed().everything.length);
        // Only the console can leave somebody without an answer.
        expect(unanswered).toBe(0);
        expect(notWaitedFor).toEqual([]);
        // A request that was let finish is answered: nothing is on record of which the answer was to come back later.
        expect(onRecordUnheard()).toEqual(before);
      });

      test('a replica is added: it comes as far as the others', async () => {
        const { findings } = await underLoad('with one replica more', async (shift) => {
          await deployed().replicas.at(-1)?.start();
          await shift.moreDone(10);
        });
        expect(findings, `VITE_SEED=${seed}`).toEqual([]);
        const added = deployed().replicas.at(-1) as ServiceProcess;
        await expect.poll(() => positionOf(added), { timeout: 60_000 }).toBe(await headOf(deployed().store));
      });

      test.each(Object.entries(storeFaults[store]))(
        'the store %s: commands wait or are to be sent again later, and all are done in the end',
        async (what, happen) => {
          const { findings, tries } = await underLoad(`store ${what}`, async (shift) => {
            for (let round = 0; round < rounds({ short: 1, long: 20 }); round += 1) {
              await happen(profile, shift);
              await shift.moreDone(10);
            }
          });
          expect(findings, `VITE_SEED=${seed}`).toEqual([]);
          expect(tries.unanswered).toBe(0);
        },
      );
    });
  });
