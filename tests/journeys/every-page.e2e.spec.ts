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
      run(options: {
        // The rest it need not describe.
        resultTypes: readonly ['violations'];
      }): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 2)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  });
};

/** By the address of the page. */
interface Faults {
  readonly sticksOut: Record<string, string>;
  readonly inaccessible: Record<string, readonly string[]>;
}

afterAll(closeChromium);

describe.each(profiles)('$title', ({ profile, missing }) => {
  // The pages are the same in both, and these checks take longer than everything else that is done with a page.
  const checksRules = profile === 'standalone';

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

    const walk = async (traveller: Traveller): Promise<Faults> => {
      const faults: Faults = { sticksOut: {}, inaccessible: {} };
      for (const path of paths) {
        await traveller.open(path);
        const heading = await traveller.page.locator('main h1').innerText();
        expect(demonstration && heading === 'There is no such page', `${path} is a page`).toBe(false);
        const overflow = await overflowOf(traveller);
        if (overflow !== '') faults.sticksOut[path] = overflow;
        const violations = checksRules ? await violationsOf(traveller) : [];
        if (violations.length > 0) faults.inaccessible[path] = violations;
      }
      return faults;
    };
    const walks = new Map<Traveller, Promise<Faults>>();
    /** Every page is opened once at each width, for whichever test comes first. */
    const faultsAt = (traveller: Traveller): Promise<Faults> => {
      const begun = walks.get(traveller) ?? walk(traveller);
      walks.set(traveller, begun);
      return begun;
    };

    test('fits a window of 320 px without scrolling sideways', async () => {
      expect((await faultsAt(narrow)).sticksOut).toEqual({});
    });

    test('fits a window of 1280 px without scrolling sideways', async () => {
      expect((await faultsAt(wide)).sticksOut).toEqual({});
    });

    if (checksRules) {
      test('keeps the rules of accessibility that axe-core checks', async () => {
        expect((await faultsAt(wide)).inaccessible).toEqual({});
        expect((await faultsAt(narrow)).inaccessible).toEqual({});
      });
    }

    test('leaves no error in the browser’s log', () => {
      expect([...wide.faults, ...narrow.faults]).toEqual([]);
    });
  });
});
