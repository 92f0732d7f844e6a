import { afterEach, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

afterEach(() => vi.unstubAllEnvs());

const launched = await launchBrowser();
const reason = 'unavailable' in launched ? ` (skipped: ${launched.unavailable})` : '';

describe('the browser for journeys', () => {
  test.skipIf(reason)(`draws letters and outlives the pages it closes${reason}`, async () => {
    if (!('browser' in launched)) return;
    const widths: number[] = [];
    for (const text of ['iiii', 'MMMM']) {
      const page = await launched.browser.newPage();
      await page.setContent(`<span>${text}</span>`);
      widths.push(await page.locator('span').evaluate((span) => span.getBoundingClientRect().width));
      await page.close();
    }
    await launched.browser.close();
    // Without a font every letter is the same empty box.
    expect(widths[1]).toBeGreaterThan((widths[0] ?? 0) * 1.5);
  });

  test('a program that is not there is a reason, not an exception', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
    expect(await launchBrowser()).toEqual({ unavailable: expect.stringContaining('/nowhere/chromium did not start') });
  });
});
