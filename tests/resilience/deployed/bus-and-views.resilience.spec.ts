import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RebuildState } from '@demarche/contracts';
import { demonstrationCountries, generateScenario } from '@demarche/testing/scenario';
import { describe, expect, test } from 'vitest';
import { healthOf } from '../../deployed/service-health.ts';
import type { ServiceProcess } from '../../deployed/service-process.ts';
import { waitUntil } from '../../deployed/wait-until.ts';
import { COMMON_COUNTRY } from '../load/errand.ts';
import { signedIn } from '../poison/operator.ts';
import { rounds } from '../rounds.ts';
import { seed } from '../seed.ts';
import { profileUnderTest } from './profile-under-test.ts';
import { stores } from './stores.ts';

const brakeFile = join(mkdtempSync(join(tmpdir(), 'demarche-brake-')), 'brake');
const brake = new URL('../rebuild/brake-timeline.ts', import.meta.url);
brake.search = new URLSearchParams({ file: brakeFile, until: '1500', ms: '10' }).toString();
/** Long enough for a rebuild to be come upon in its middle, and nothing of the countries of those who record. */
const record = () =>
  generateScenario({
    seed,
    countries: demonstrationCountries.filter(({ code }) => code !== COMMON_COUNTRY),
    fromYear: 2019,
    toYear: 2025,
    today: '2025-11-21',
    eventsTarget: 1_500,
  });
/** Readiness tells of a rebuild only while it runs, and when it failed. */
const ENDED = { state: 'done', done: 0, target: 0 } as RebuildState;

// Not `describe.each`: it would cut the reason short.
for (const { store, title, missing } of stores)
  describe(`${title}`, () => {
    describe.skipIf(missing)(
      'the bus of the deployed profile dies under load, and one replica hears everything up to three times',
      () => {
        const { deployed, underLoad } = profileUnderTest(store, {
          record: record(),
          replicas: 2,
          preloads: { 'projections-1': brake, 'projections-2': new URL('./faults/deliver-again.ts', import.meta.url) },
        });

        /** Resolves once the relay says that it cannot reach the bus. */
        const busIsMissed = (): Promise<void> =>
          waitUntil('the relay says that the bus is away', async () => {
            const health = await healthOf(deployed().services.relay);
            return health?.checks['bus']?.['status'] === 'pass' ? JSON.stringify(health) : '';
          });

        test('it is killed, everything that it held deleted, and started again: recording goes on, and the bus is filled again', async () => {
          const { findings } = await underLoad('bus killed and wiped', async (shift) => {
            for (let round = 0; round < rounds({ short: 1, long: 20 }); round += 1) {
              await deployed().nats.kill();
              await busIsMissed();
              await shift.moreDone(20);
              deployed().nats.wipe();
              await deployed().nats.start();
              await shift.moreDone(20);
            }
          });
          expect(findings, `VITE_SEED=${seed}`).toEqual([]);
        });

        test('it is killed and started again with what it held', async () => {
          const { findings } = await underLoad('bus killed', async (shift) => {
            for (let round = 0; round < rounds({ short: 1, long: 20 }); round += 1) {
              await deployed().nats.kill();
              await shift.moreDone(10);
              await deployed().nats.start();
              await shift.moreDone(10);
            }
          });
          expect(findings, `VITE_SEED=${seed}`).toEqual([]);
        });

        test('it freezes: recording goes on, the views fall behind, and catch up once it thaws', async () => {
          const { findings } = await underLoad('bus frozen', async (shift) => {
            deployed().nats.pause();
            await shift.moreDone(20);
            await waitUntil('a replica says that it is behind, and cannot read on', async () => {
              const health = await healthOf(deployed().replicas[0] as ServiceProcess);
              const tells = health?.checks['feed']?.['status'] === 'warn';
              return tells && Number(health?.checks['projections']?.['lag']) > 0 ? '' : JSON.stringify(health);
            });
            await delay(rounds({ short: 0, long: 30_000 }));
            deployed().nats.resume();
            await shift.moreDone(10);
          });
          expect(findings, `VITE_SEED=${seed}`).toEqual([]);
        });

        test('two relays publish at once, one is frozen and thaws, one is killed: each event stands on the bus once and in order', async () => {
          const { findings } = await underLoad('two relays', async (shift) => {
            const { relay } = deployed().services;
            const other = await deployed().anotherRelay();
            await other.start();
            for (let round = 0; round < rounds({ short: 1, long: 20 }); round += 1) {
              await shift.moreDone(20);
              other.pause();
              await shift.moreDone(10);
              other.resume();
              await relay.kill();
              await shift.moreDone(10);
              await relay.start();
            }
            await shift.moreDone(10);
            await other.stop();
          });
          expect(findings, `VITE_SEED=${seed}`).toEqual([]);
        });

        test('a replica is killed while it builds its views anew: it goes on with that, and answers meanwhile', async () => {
          const [replica, other] = deployed().replicas as [ServiceProcess, ServiceProcess];
          const desk = await signedIn(deployed().address);
          const rebuildThat = (isSo: (state: RebuildState) => boolean, of = replica): Promise<void> =>
            waitUntil('the rebuild has come so far', async () => {
              const health = await healthOf(of);
              const state = health?.checks['projections']?.['rebuild'] as RebuildState | null | undefined;
              return state !== undefined && isSo(state ?? ENDED) ? '' : `${JSON.stringify(health)}: ${of.said()}`;
            });
          const { findings } = await underLoad('killed while it rebuilds', async (shift) => {
            for (let round = 0; round < rounds({ short: 1, long: 20 }); round += 1) {
              writeFileSync(brakeFile, '');
              await waitUntil('both replicas have begun', async () => {
                const answer = await desk.operate<object>('POST', '/projections/rebuild');
                return 'rebuild' in answer ? '' : JSON.stringify(answer);
              });
              await rebuildThat(({ state, done, target }) => state === 'running' && done > 0 && done < target);
              await replica.kill();
              await replica.start();
              await rebuildThat(({ state }) => state === 'running');
              await shift.moreDone(10);
              rmSync(brakeFile);
              await rebuildThat(({ state }) => state === 'done');
              await rebuildThat(({ state }) => state === 'done', other);
            }
          });
          expect(findings, `VITE_SEED=${seed}`).toEqual([]);
        });
      },
    );
  });
