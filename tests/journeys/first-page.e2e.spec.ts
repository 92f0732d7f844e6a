import type { Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { type RunningDemarche, startDemarche } from './start-demarche.ts';
import { arrive, type Traveller } from './traveller.ts';

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

  /** What the page asks while it is opened and settles. */
  const askedBy = async (open: () => Promise<unknown>): Promise<readonly string[]> => {
    const asked: string[] = [];
    const listen = (request: Request) => {
      const operation = /(?:query|subscription) (\w+)/.exec(request.postData() ?? '')?.[1];
      if (operation) asked.push(operation);
    };
    ines.page.on('request', listen);
    await open();
    await ines.settled();
    ines.page.off('request', listen);
    return asked;
  };

  test('comes with its answer, and asks for it only when it is come back to', async () => {
    const first = await askedBy(() => ines.page.goto(`${demarche.address}/`));
    expect(first).toContain('Status');
    expect(first).not.toContain('Countries');

    await ines.page.locator('main table tbody a').first().click();
    await ines.page.waitForURL(/\/countries\/X/);
    await ines.settled();
    expect(await askedBy(() => ines.page.goBack())).toContain('Countries');
  });

  test('on a day of the past, too, and of one country', async () => {
    const [past, country] = ['/?on=2024-03-31&known=then', '/countries/XKD?on=2025-03-31'];
    expect(await askedBy(() => ines.page.goto(demarche.address + past))).not.toContain('Countries');
    expect(await askedBy(() => ines.page.goto(demarche.address + country))).not.toContain('Country');
  });
});
