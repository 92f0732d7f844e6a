import type { Browser, BrowserContext, Page } from 'playwright-core';

/** One person at one browser. */
export interface Traveller {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of so far: errors in its log, scripts that failed, answers that were not there. */
  readonly faults: readonly string[];
  /** Opens an address of the console and waits until the page has its answer. */
  open(path: string): Promise<void>;
  settled(): Promise<void>;
}

export interface Arrival {
  readonly as: string;
  readonly width?: number;
}

/** Longer than an open page lets pass before it asks again how the views do, twice over: some answers come with the second look only. */
const PATIENCE_MS = 100_000;

/** Opens a browser of its own, signed in as a demonstration person through the page that offers them. */
export const arrive = async (browser: Browser, address: string, { as, width = 1280 }: Arrival): Promise<Traveller> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-US' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults = listenForFaults(page);
  const settled = async (): Promise<void> => {
    await page.locator('main h1').waitFor();
    await page.waitForFunction(() => document.querySelector('main .loading') === null);
    // The console catches what breaks in a page, so that it reaches no log.
    if ((await page.locator('main h1').innerText()) === 'Something went wrong on this page') {
      faults.push(`the page at ${page.url()} broke`);
    }
  };
  const traveller: Traveller = {
    page,
    context,
    faults,
    settled,
    async open(path) {
      await page.goto(`${address}${path}`);
      await settled();
    },
  };
  await page.goto(`${address}/sign-in`);
  await signIn(page, as);
  return traveller;
};

/** Answers once the page knows who it is: whoever goes on before takes the question away from it. */
export const signIn = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name }).click();
  await page
    .getByRole('button', { name: 'Sign out' })
    .or(page.getByRole('button', { name: 'Menu' }))
    .first()
    .waitFor();
};

const listenForFaults = (page: Page): string[] => {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`the log at ${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`a script at ${page.url()}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} for ${response.url()}`);
  });
  return faults;
};
