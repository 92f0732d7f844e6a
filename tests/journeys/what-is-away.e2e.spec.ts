import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '@demarche/event-store/open';
import { buildConsole } from '@demarche/standalone/build-console';
import { natsInstalled } from '@demarche/testing';
import { appendScenario, demonstrationHistory } from '@demarche/testing/scenario';
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Deployed, startDeployed } from '../deployed/start-deployed.ts';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { arrive, type Traveller } from './traveller.ts';

const nats = natsInstalled();
const reason = nats === true ? skipped : ` (skipped: ${nats})`;

const record = [...demonstrationHistory({ today: '2026-09-09' })];

const isStream = (request: Request): boolean => request.headers()['accept'] === 'text/event-stream';

/** An older backup of the record is put in its place, and nothing else is touched. */
const restoreWithout = async ({ services, replicas, store }: Deployed, lost: number): Promise<void> => {
  const { recommendations, engagements, commitments, relay } = services;
  const onRecord = [recommendations, engagements, commitments, relay, ...replicas];
  await Promise.all(onRecord.map((service) => service.stop()));
  rmSync(dirname(store.address), { recursive: true });
  mkdirSync(dirname(store.address));
  const restored = await openStore(store);
  await appendScenario(restored, record.slice(0, -lost));
  await restored.close();
  await Promise.all(onRecord.map((service) => service.start()));
};

afterAll(closeChromium);

describe.skipIf(noBrowser || nats !== true)(`a page, while what it asks is away${reason}`, () => {
  let deployed: Deployed;
  let miriam: Traveller;
  beforeAll(async () => {
    await buildConsole(fileURLToPath(new URL('../..', import.meta.url)), () => {});
    deployed = await startDeployed({ record });
    await deployed.caughtUp();
    miriam = await arrive(chromium(), deployed.address, { as: 'Miriam Castellanos' });
  });
  afterAll(async () => {
    await miriam?.context.close();
    await deployed?.close();
  });

  test('says that the gateway cannot be reached, and shows what it was opened for once that is back, without a hand', async () => {
    const { page } = miriam;
    await deployed.services.gateway.stop();
    await page.goto(`${deployed.address}/countries/XKD`);
    await page.getByRole('heading', { name: 'Demarche cannot be reached' }).waitFor();
    await deployed.services.gateway.start();
    await page.getByRole('heading', { name: 'Kaldara' }).waitFor();
    await expect.poll(() => page.getByRole('alert').count(), { timeout: 100_000 }).toBe(0);
  });

  test('of a past day, whose changes nobody tells of, comes back with the views, too', async () => {
    const [replica] = deployed.replicas;
    const { page } = miriam;
    await replica?.stop();
    await page.goto(`${deployed.address}/countries/XKD?on=2026-03-31&known=then`);
    const notice = page.getByRole('alert').filter({ hasText: 'The page tries again by itself.' });
    await notice.first().waitFor();
    expect(await notice.first().innerText()).toContain('The views cannot be reached');
    await replica?.start();
    await page.getByRole('heading', { name: 'Kaldara' }).waitFor();
    await notice.first().waitFor({ state: 'detached' });
  });

  test('says that what was just saved is recorded and not yet shown, while no change is relayed, and others that they are behind', async () => {
    const { page, open, settled } = miriam;
    const unseen = page.getByText('What you saved is recorded, and not yet shown here.');
    const ines = await arrive(chromium(), deployed.address, { as: 'Ines Okafor' });
    onTestFinished(() => ines.context.close());
    // That changes stop is seen though nothing ends that would be noticed.
    await ines.page.route('**/graphql', (route) => (isStream(route.request()) ? route.abort() : route.fallback()));
    await ines.page.clock.install();
    await ines.open('/countries/XKD');
    await ines.page.getByText('Read at position').waitFor();

    await open('/engagements/new?country=XKD');
    deployed.services.relay.pause();
    onTestFinished(() => deployed.services.relay.resume());
    await page.getByLabel('With whom').fill('P. Ilves, Minister of Labour, Ministry of Labour');
    await page.getByLabel('What was said').fill('The inspectors are on their way.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'The meeting is logged' }).waitFor();
    await page.getByRole('link', { name: 'Open Kaldara' }).click();
    await settled();
    await unseen.waitFor();
    expect(await page.locator('.freshness').innerText()).toMatch(/^Catching up with the record · position [\d,]+$/);
    await ines.page.clock.runFor('00:50');
    await ines.page.getByText('Catching up with the record').waitFor();

    deployed.services.relay.resume();
    await unseen.waitFor({ state: 'detached' });
    await page.getByText('The inspectors are on their way.').first().waitFor();
    await page.getByText('Up to date ·').waitFor();
  });

  test('says on paper, too, that it may not be on record, once an older backup of the record was restored', async () => {
    const { page, open } = miriam;
    await restoreWithout(deployed, 5);
    await open('/countries/XKD');
    const warning = page.getByText('These pages may show what is not on record');
    await warning.waitFor();
    expect(await warning.innerText()).toMatch(/Whoever runs Demarche has to build the views anew\.$/);
    await page.getByText('May show what is not on record ·').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await warning.isVisible()).toBe(true);
  });
});
