import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { natsInstalled } from '@demarche/testing';
import { describe, expect, type TestContext, test } from 'vitest';
import { healthOf, positionOf } from './service-health.ts';
import { type FarSite, startFarSite } from './start-far-site.ts';
import { waitUntil } from './wait-until.ts';

const installed = natsInstalled();
const LONG_MS = 300_000;

const begin = async ({ onTestFinished }: TestContext): Promise<FarSite> => {
  const far = await startFarSite();
  onTestFinished(far.close);
  return far;
};

const record = async ({ store }: FarSite, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1)
    await store.append(exampleStream(), [exampleEvent({ index })], 'no-stream');
};

const isTold = (far: FarSite, what: RegExp): Promise<void> =>
  waitUntil(`it says ${what}`, async () => {
    const trouble = await far.trouble();
    return what.test(trouble) ? '' : trouble || 'it says nothing';
  });

const isWell = ({ views }: FarSite): Promise<void> =>
  waitUntil('nothing is told any more', async () => {
    const checks = (await healthOf(views))?.checks;
    const away = ['feed', 'bus'].filter((name) => checks?.[name]?.['status'] !== 'pass');
    return away.length === 0 && checks?.['projections']?.['trouble'] === null ? '' : `${JSON.stringify(checks)}`;
  });

// One waits a minute for silence: the others go on meanwhile.
describe.skipIf(installed !== true)(
  `a far site${installed === true ? '' : ` (skipped: ${installed})`}`,
  {
    concurrent: true,
    timeout: LONG_MS,
  },
  () => {
    test('holds what the centre records, and goes on answering while the line is down', async (context) => {
      const far = await begin(context);
      await record(far, 3);
      await far.arrived();
      await far.centre.kill();
      await record(far, 2);
      expect(await healthOf(far.views)).toMatchObject({ http: 200 });
      await far.centre.start();
      await far.arrived();
      await isWell(far);
    });

    test('says that it hears nothing from the centre, until it does, and goes on answering', async (context) => {
      const far = await begin(context);
      await record(far, 3);
      await far.arrived();
      await isWell(far);
      await far.centre.kill();
      await isTold(far, /^Nothing has been heard from the centre since 20/);
      expect(await healthOf(far.views)).toMatchObject({ http: 200, status: 'warn' });

      await far.views.kill();
      await far.site.kill();
      await far.site.start();
      await far.views.start();
      await isTold(far, /since the bus here was started/);
      await far.centre.start();
      await isWell(far);
    });

    test('given the centre’s bus is emptied, then nothing that was there or comes is missing', async (context) => {
      const far = await begin(context);
      await record(far, 3);
      await far.arrived();
      await far.centre.kill();
      far.centre.wipe();
      await record(far, 2);
      await far.centre.start();
      await far.arrived();
      expect(await positionOf(far.views)).toBe(await far.store.head());
    });

    test('given the site’s own bus is emptied, then it says so and answers, and is well once it is filled again', async (context) => {
      const far = await begin(context);
      await record(far, 3);
      await far.arrived();
      await far.centre.kill();
      await far.site.kill();
      far.site.wipe();
      await far.site.start();
      await far.copyStream();
      await isTold(far, /^The bus here ends at position 0, the views at 3/);
      expect(await healthOf(far.views)).toMatchObject({ http: 200, status: 'warn' });
      await record(far, 1);
      await far.centre.start();
      await far.arrived();
      await isWell(far);
    });
  },
);
