import { fileURLToPath } from 'node:url';
import { buildConsole } from '@demarche/standalone/build-console';
import { natsInstalled } from '@demarche/testing';
import { demonstrationHistory } from '@demarche/testing/scenario';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Deployed, startDeployed } from '../deployed/start-deployed.ts';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { arrive, type Traveller } from './traveller.ts';

const nats = natsInstalled();
const reason = nats === true ? skipped : ` (skipped: ${nats})`;

afterAll(closeChromium);

describe.skipIf(noBrowser || nats !== true)(`a page, while what it asks is away${reason}`, () => {
  let deployed: Deployed;
  let miriam: Traveller;
  beforeAll(async () => {
    await buildConsole(fileURLToPath(new URL('../..', import.meta.url)), () => {});
    const record = demonstrationHistory({ today: '2026-09-09' });
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
    await expect.poll(() => page.getByRole('alert').count(), { timeout: 20_000 }).toBe(0);
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
});
