import { launchBrowser } from '@demarche/testing/browser';
import type { Browser } from 'playwright-core';

const launched = await launchBrowser();

/** Journeys are skipped where no browser starts, and their names say why. */
export const noBrowser = 'unavailable' in launched;
export const skipped = 'unavailable' in launched ? ` (skipped: ${launched.unavailable})` : '';

/** The browser of this file’s journeys. */
export const chromium = (): Browser => {
  if ('unavailable' in launched) throw new Error(launched.unavailable);
  return launched.browser;
};

export const closeChromium = async (): Promise<void> => {
  if ('browser' in launched) await launched.browser.close();
};
