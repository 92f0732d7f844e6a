import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { profiles } from './profiles.ts';
import { type RunningDemarche, startDemarche } from './start-demarche.ts';
import { arrive, type Traveller } from './traveller.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ofEmpty = [
  '/countries',
  '/countries/XKD',
  '/recommendations',
  '/recommendations/XKD-2026-01',
  '/engagements',
  '/engagements/new',
  '/promises',
  '/forums',
  '/forums/new',
  '/import',
  '/search?q=law',
  '/actions/new',
  '/nowhere',
];

/** Every page with data, the ids of which are found in the lists of the running system. */
const withData = async ({ page, open }: Traveller): Promise<readonly string[]> => {
  const firstLink = async (list: string, prefix: string): Promise<string> => {
    await open(list);
    const links = await page
      .locator(`main a[href^="${prefix}"]`)
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    return links.find((href) => /\/[A-Z]/.test(href))?.replace(/[?#].*/, '') ?? '';
  };
  const engagement = await firstLink('/engagements', '/engagements/');
  const promise = await firstLink('/promises', '/commitments/');
  const instrument = await firstLink('/forums', '/forum');
  const year = Number((await firstLink('/countries/XNB', '/recommendations/XNB-')).match(/-(\d{4})-/)?.[1]);
  const recommendation = `/recommendations/XNB-${year}-01`;
  const found = [engagement, promise, instrument];
  if (found.includes('')) throw new Error(`The lists lead nowhere: ${JSON.stringify(found)}`);
  return [
    '/countries',
    '/countries?needs=attention',
    '/countries/XKD',
    '/countries/XQV',
    `/countries/XNB?on=${year - 2}-03-01&known=then`,
    '/recommendations',
    recommendation,
    `${recommendation}/assess`,
    `${recommendation}/respond`,
    `${recommendation}/pace`,
    `${recommendation}/tag`,
    `${recommendation}/close`,
    `/actions/new?recommendation=XNB-${year}-01`,
    `/reports/XOR-${year}`,
    `/reports/XOR-${year}/correct`,
    '/engagements',
    engagement,
    `${engagement}/correct`,
    `${engagement}/withdraw`,
    `${engagement}/follow-up`,
    '/engagements/new?country=XKD',
    '/promises',
    promise,
    `${promise}/review`,
    `${promise}/fulfil`,
    `${promise}/withdraw`,
    '/forums',
    instrument,
    '/forums/new',
    '/import',
    '/search?q=recruitment',
  ];
};

/** How far the page is wider than the window, and what sticks out. */
const overflowOf = ({ page }: Traveller): Promise<string> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return '';
    const edge = document.documentElement.clientWidth + 1;
    const culprits = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > edge && element.getBoundingClientRect().width > 0,
    );
    return `${wide} px too wide: ${culprits
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .join(', ')}`;
  });

const violationsOf = async ({ page }: Traveller): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 2)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  });
};

afterAll(closeChromium);

describe.each(profiles)('$title', ({ profile, missing }) => {
  describe.skipIf(noBrowser || missing).each([
    ['with data', true],
    ['empty', false],
  ] as const)(`every page, %s${skipped}`, (_state, demonstration) => {
    let demarche: RunningDemarche;
    let wide: Traveller;
    let narrow: Traveller;
    let paths: readonly string[];

    beforeAll(async () => {
      demarche = await startDemarche({ profile, demonstration });
      wide = await arrive(chromium(), demarche.address, { as: 'Ines Okafor' });
      narrow = await arrive(chromium(), demarche.address, { as: 'Ines Okafor', width: 320 });
      paths = demonstration ? await withData(wide) : ofEmpty;
    });
    afterAll(async () => {
      await wide?.context.close();
      await narrow?.context.close();
      await demarche?.stop();
    });

    const walk = async (traveller: Traveller, look: (traveller: Traveller) => Promise<readonly string[] | string>) => {
      const seen: Record<string, readonly string[] | string> = {};
      for (const path of paths) {
        await traveller.open(path);
        const heading = await traveller.page.locator('main h1').innerText();
        expect(demonstration && heading === 'There is no such page', `${path} is a page`).toBe(false);
        const fault = await look(traveller);
        if (fault.length > 0) seen[path] = fault;
      }
      return seen;
    };

    test('fits a window of 320 px without scrolling sideways', async () => {
      expect(await walk(narrow, overflowOf)).toEqual({});
    });

    test('fits a window of 1280 px without scrolling sideways', async () => {
      expect(await walk(wide, overflowOf)).toEqual({});
    });

    test('keeps the rules of accessibility that axe-core checks', async () => {
      expect(await walk(wide, violationsOf)).toEqual({});
      expect(await walk(narrow, violationsOf)).toEqual({});
    });

    test('leaves no error in the browser’s log', () => {
      expect([...wide.faults, ...narrow.faults]).toEqual([]);
    });
  });
});
