import type { Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { type RunningDemarche, startDemarche } from './start-demarche.ts';
import { arrive, type Traveller } from './traveller.ts';

/** A page is not kept back long for its answer: on a busy machine one may come without, but not one after the other. */
const patience = { timeout: 90_000 };

afterAll(closeChromium);

describe.skipIf(noBrowser)(`a page that is opened first${skipped}`, () => {
  let demarche: RunningDemarche;
  let ines: Traveller;
  beforeAll(async () => {
    demarche = await startDemarche({ demonstration: true });
    ines = await arrive(chromium(), demarche.address, { as: 'Ines Okafor' });
  });
  afterAll(async () => {
    await ines?.context.close();
    await demarche?.stop();
  });

  const operationOf = (request: Request): string | undefined =>
    /(?:query|subscription) (\w+)/.exec(request.postData() ?? '')?.[1];

  /** What the page asks by itself once it is opened. */
  const askedAt = async (path: string): Promise<readonly string[]> => {
    const { page, open } = ines;
    const asked: string[] = [];
    const listen = (request: Request) => void asked.push(operationOf(request) ?? '');
    page.on('request', listen);
    await open(path);
    await page.locator('.freshness', { hasText: 'position' }).waitFor();
    // What stands on the page now asks, if at all, right after the next frame.
    await page.evaluate(() => new Promise((asked) => requestAnimationFrame(() => setTimeout(asked))));
    page.off('request', listen);
    return asked;
  };

  test('comes with its answer, and asks for it only when it is come back to', async () => {
    await expect.poll(() => askedAt('/'), patience).not.toContain('Countries');
    expect(await askedAt('/')).toContain('Status');

    await ines.page.locator('main table tbody a').first().click();
    await ines.page.waitForURL(/\/countries\/X/);
    await ines.settled();
    const askedAgain = ines.page.waitForRequest((request) => operationOf(request) === 'Countries');
    await ines.page.goBack();
    await askedAgain;
  });

  test('on a day of the past, too, and of one country', async () => {
    await expect.poll(() => askedAt('/?on=2024-03-31&known=then'), patience).not.toContain('Countries');
    await expect.poll(() => askedAt('/countries/XKD?on=2025-03-31'), patience).not.toContain('Country');
  });
});
