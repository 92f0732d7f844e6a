import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { type RunningDemarche, startDemarche } from './start-demarche.ts';
import { arrive, signIn, type Traveller } from './traveller.ts';

afterAll(closeChromium);

describe.skipIf(noBrowser)(`what was typed and not saved${skipped}`, () => {
  let demarche: RunningDemarche;
  let miriam: Traveller;
  beforeAll(async () => {
    demarche = await startDemarche({ demonstration: true });
    miriam = await arrive(chromium(), demarche.address, { as: 'Miriam Castellanos' });
  });
  afterAll(async () => {
    await miriam?.context.close();
    await demarche?.stop();
  });

  test('is there again after the tab was closed, for whoever typed it and nobody else', async () => {
    const { page, context, open } = miriam;
    await open('/engagements/new?country=XKD');
    await page.getByLabel('With whom').fill('T. Varga, Deputy Minister');
    await page.getByLabel('What was said').fill('Half a sentence that');
    await page.waitForFunction(() =>
      Object.values({ ...localStorage }).some((kept) => kept.includes('Half a sentence that')),
    );
    await page.close();

    const again = await context.newPage();
    await again.goto(`${demarche.address}/engagements/new?country=XKD`);
    await again.getByText('You find here what you typed', { exact: false }).waitFor();
    expect(await again.getByLabel('What was said').inputValue()).toBe('Half a sentence that');

    await again.getByRole('button', { name: 'Sign out' }).click();
    await signIn(again, 'Daniel Abara');
    await again.goto(`${demarche.address}/engagements/new?country=XKD`);
    await again.getByLabel('What was said').waitFor();
    expect(await again.getByLabel('What was said').inputValue()).toBe('');
    expect(miriam.faults).toEqual([]);
  });
});
