import { fileURLToPath } from 'node:url';
import { buildConsole } from '@demarche/standalone/build-console';
import { natsInstalled } from '@demarche/testing';
import { appendScenario, generateScenario } from '@demarche/testing/scenario';
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FarSite, startFarSite } from '../deployed/start-far-site.ts';
import { waitUntil } from '../deployed/wait-until.ts';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { arrive, type Traveller } from './traveller.ts';

const nats = natsInstalled();
const reason = nats === true ? skipped : ` (skipped: ${nats})`;
const LONG_MS = 300_000;

const history = generateScenario({ seed: 19, countries: 1, fromYear: 2024, toYear: 2025, today: '2026-03-31' });

const isStream = (request: Request): boolean => request.headers()['accept'] === 'text/event-stream';

afterAll(closeChromium);

describe.skipIf(noBrowser || nats !== true)(`the pages of a far site${reason}`, () => {
  let far: FarSite;
  let ines: Traveller;
  beforeAll(async () => {
    await buildConsole(fileURLToPath(new URL('../..', import.meta.url)), () => {});
    far = await startFarSite();
    await appendScenario(far.store, history);
    await far.arrived();
    await far.startPages();
    ines = await arrive(chromium(), far.address, { as: 'Ines Okafor' });
  }, LONG_MS);
  afterAll(async () => {
    await ines?.context.close();
    await far?.close();
  });

  test('say since when nothing has been heard from the centre, also on paper, until something is', {
    timeout: LONG_MS,
  }, async () => {
    const { page } = ines;
    const warning = page.getByText('These pages may be out of date: nothing has been heard from the centre since');
    await ines.open('/countries');
    await page.getByText('Up to date').waitFor();
    // Nobody announces silence: an open page learns of it though it hears of no change.
    await page.route('**/graphql', (route) => (isStream(route.request()) ? route.abort() : route.fallback()));
    await page.clock.install();
    await ines.open('/countries');
    await page.getByText('Read at position').waitFor();
    expect(await warning.count()).toBe(0);

    await far.centre.kill();
    await waitUntil('silence is told', async () => ((await far.trouble()) === '' ? 'it is not' : ''));
    await page.clock.runFor('01:05');
    await warning.waitFor();
    expect(await warning.innerText()).toMatch(/ since \d+ \w{3} \d{4}, \d\d:\d\d UTC\.$/);
    await page.getByText('May be out of date ·').waitFor();
    expect(await page.locator('main').innerText()).toContain('1 of 1 country');
    await page.emulateMedia({ media: 'print' });
    expect(await warning.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });

    await far.centre.start();
    await waitUntil('silence is over', far.trouble);
    await page.clock.runFor('01:05');
    await warning.waitFor({ state: 'detached' });
  });
});
