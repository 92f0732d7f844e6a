import { launchBrowser } from '@demarche/testing/browser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { atMost, type Benchmark, type Figure, figureAlone, figureOf } from './benchmark.ts';
import { clearFolder } from './cleared-at-exit.ts';
import { sender } from './graphql/latency.ts';
import { signIn, startStandalone } from './processes/standalone.ts';

const EVENTS = 10_000;
const ROUNDS = 3;
const KILOBYTES = 90;
const COLD_SECONDS = 6;
const WARM_SECONDS = 1.5;
/** 256 kbit a second each way, and 600 ms from asking to the first byte. */
const LINE = { offline: false, latency: 600, downloadThroughput: 32_000, uploadThroughput: 32_000 };

interface View {
  readonly name: string;
  readonly path: string;
  /** There from when on the page can be used: what it is about is read, or its first field written to. */
  readonly usable: string;
}

const views: readonly View[] = [
  { name: 'the first view', path: '/', usable: 'main table tbody tr' },
  { name: 'the country page', path: '/countries/{country}', usable: 'main section#reports' },
  { name: 'the log form', path: '/engagements/new', usable: 'main form textarea:enabled' },
];

interface Visit {
  readonly seconds: number;
  readonly bytes: number;
  readonly requests: number;
}

/** Loads a view on the slow line in a page of its own. The cache is that of the context. */
const visit = async (context: BrowserContext, address: string, view: View): Promise<Visit> => {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  const fetched = countFetched(devtools);
  const start = performance.now();
  await page.goto(`${address}${view.path}`, { waitUntil: 'commit' });
  await page.locator(view.usable).first().waitFor({ timeout: 60_000 });
  const seconds = (performance.now() - start) / 1_000;
  await settled(page);
  const { bytes, requests } = fetched();
  await page.close();
  return { seconds, bytes, requests };
};

interface Devtools {
  on(event: 'Network.requestWillBeSent', listener: (sent: { requestId: string }) => void): unknown;
  on(event: 'Network.requestServedFromCache', listener: (served: { requestId: string }) => void): unknown;
  on(
    event: 'Network.dataReceived',
    listener: (received: { requestId: string; encodedDataLength: number }) => void,
  ): unknown;
}

/** Bytes of bodies as they came over the line, and the requests that went over it. */
const countFetched = (devtools: Devtools) => {
  const requests = new Set<string>();
  let bytes = 0;
  devtools.on('Network.requestWillBeSent', ({ requestId }) => requests.add(requestId));
  devtools.on('Network.requestServedFromCache', ({ requestId }) => requests.delete(requestId));
  devtools.on('Network.dataReceived', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => ({ bytes, requests: requests.size });
};

/** The stream of changes stays open, so that the line is never idle for good: what the page asked is answered. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('main .loading') === null);
  await page.waitForTimeout(1_500);
};

const contextOf = async (browser: Browser, address: string): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  const [name = '', value = ''] = (await signIn(address)).split(/=(.*)/s);
  await context.addCookies([{ name, value, url: address }]);
  return context;
};

const anyCountry = async (address: string): Promise<string> => {
  const send = sender(address, { cookie: await signIn(address) });
  const { data } = JSON.parse(await send(JSON.stringify({ query: '{ countries(first: 1) { nodes { code } } }' }))) as {
    data: { countries: { nodes: readonly { code: string }[] } };
  };
  return data.countries.nodes[0]?.code ?? '';
};

/** A first visit with nothing in the cache, and one after it. */
const visits = async (browser: Browser, address: string, view: View) => {
  const context = await contextOf(browser, address);
  const cold = await visit(context, address, view);
  const warm = await visit(context, address, view);
  await context.close();
  return { cold, warm };
};

/** What the line alone would take: one answer after the page itself, and the bytes. */
const floor = ({ bytes }: Visit): number => (2 * LINE.latency) / 1_000 + bytes / LINE.downloadThroughput;

const figuresOf = (
  view: View,
  rounds: readonly { readonly cold: Visit; readonly warm: Visit }[],
): readonly Figure[] => [
  figureAlone({
    name: `${view.name}: fetched, nothing in the cache`,
    unit: 'KB',
    values: rounds.map(({ cold }) => cold.bytes / 1_000),
    targets: [atMost('value', KILOBYTES)],
  }),
  figureAlone({
    name: `${view.name}: requests, nothing in the cache`,
    unit: 'requests',
    values: rounds.map(({ cold }) => cold.requests),
  }),
  figureOf({
    name: `${view.name}: usable at 256 kbit/s and 600 ms, nothing in the cache`,
    unit: 's',
    what: 'two round trips and the same bytes on that line',
    rounds: rounds.map(({ cold }) => ({ value: cold.seconds, baseline: floor(cold) })),
    targets: [atMost('value', COLD_SECONDS)],
  }),
  figureOf({
    name: `${view.name}: usable at 256 kbit/s and 600 ms, visited before`,
    unit: 's',
    what: 'two round trips and the same bytes on that line',
    rounds: rounds.map(({ warm }) => ({ value: warm.seconds, baseline: floor(warm) })),
    targets: [atMost('value', WARM_SECONDS)],
  }),
];

export const consoleOnASlowLine: Benchmark = {
  name: 'console-on-a-slow-line',
  async *run({ histories }) {
    const launched = await launchBrowser();
    if ('unavailable' in launched) throw new Error(launched.unavailable);
    const { browser } = launched;
    const { folder } = await histories.copyOf(EVENTS);
    const running = await startStandalone({ folder });
    try {
      const country = await anyCountry(running.address);
      for (const { path, ...rest } of views) {
        const view = { ...rest, path: path.replace('{country}', country) };
        const rounds = [];
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await visits(browser, running.address, view));
        yield* figuresOf(view, rounds);
      }
    } finally {
      await browser.close();
      await running.stop();
      clearFolder(folder);
    }
  },
};
