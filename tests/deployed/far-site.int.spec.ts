import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { natsInstalled } from '@demarche/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { healthOf, positionOf } from './service-health.ts';
import { type FarSite, startFarSite } from './start-far-site.ts';
import { waitUntil } from './wait-until.ts';

const installed = natsInstalled();
const LONG_MS = 300_000;

describe.skipIf(installed !== true)(`a far site${installed === true ? '' : ` (skipped: ${installed})`}`, () => {
  let far: FarSite;
  beforeEach(async () => {
    far = await startFarSite();
  }, LONG_MS);
  afterEach(() => far?.close());

  const record = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1)
      await far.store.append(exampleStream(), [exampleEvent({ index })], 'no-stream');
  };

  test('holds what the centre records, and goes on answering while the line is down', {
    timeout: LONG_MS,
  }, async () => {
    await record(3);
    await far.arrived();
    await far.centre.kill();
    await record(2);
    expect(await healthOf(far.views)).toMatchObject({ http: 200 });
    await far.centre.start();
    await far.arrived();
    expect(await healthOf(far.views)).toMatchObject({ http: 200, checks: { bus: { status: 'pass' } } });
  });

  test('says that it hears nothing from the centre, until it does, and goes on answering', {
    timeout: LONG_MS,
  }, async () => {
    await record(3);
    await far.arrived();
    expect(await far.trouble()).toBe('');
    await far.centre.kill();
    await waitUntil('silence is told', async () => ((await far.trouble()) === '' ? 'it is not' : ''));
    expect(await far.trouble()).toMatch(/^Nothing has been heard from the centre since 20/);
    expect(await healthOf(far.views)).toMatchObject({ http: 200, status: 'warn' });

    await far.views.kill();
    await far.site.kill();
    await far.site.start();
    await far.views.start();
    await waitUntil('silence is told, and not since when', async () => {
      const said = await far.trouble();
      return said.includes('since the bus here was started') ? '' : said || 'it is not';
    });
    await far.centre.start();
    await waitUntil('silence is over', far.trouble);
  });

  test('given the centre’s bus is emptied, then nothing that was there or comes is missing', {
    timeout: LONG_MS,
  }, async () => {
    await record(3);
    await far.arrived();
    await far.centre.kill();
    far.centre.wipe();
    await record(2);
    await far.centre.start();
    await far.arrived();
    expect(await positionOf(far.views)).toBe(await far.store.head());
  });

  test('given the site’s own bus is emptied, then it says so and answers, and is well once it is filled again', {
    timeout: LONG_MS,
  }, async () => {
    await record(3);
    await far.arrived();
    await far.centre.kill();
    await far.site.kill();
    far.site.wipe();
    await far.site.start();
    far.copyStream();
    await waitUntil('that is told', async () => {
      const trouble = await far.trouble();
      return trouble.startsWith('The bus here ends at position 0, the views at 3') ? '' : trouble || 'it is not';
    });
    expect(await healthOf(far.views)).toMatchObject({ http: 200, status: 'warn' });
    await record(1);
    await far.centre.start();
    await far.arrived();
    await waitUntil('nothing is told any more', far.trouble);
  });
});
