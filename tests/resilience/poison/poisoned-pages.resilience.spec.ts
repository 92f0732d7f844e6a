import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, closeChromium, noBrowser, skipped } from '../../journeys/chromium.ts';
import { type RunningDemarche, startDemarche } from '../../journeys/start-demarche.ts';
import { arrive, type Traveller } from '../../journeys/traveller.ts';
import { poisonedRecord } from './poisoned-record.ts';

const SINCE = 'Not up to date since 1 Sep 2026';

describe.skipIf(noBrowser)(`a record that is not up to date${skipped}`, () => {
  let running: RunningDemarche;
  let reader: Traveller;
  beforeAll(async () => {
    running = await startDemarche({ record: poisonedRecord() });
    reader = await arrive(chromium(), running.address, { as: 'Ines Okafor' });
  });
  afterAll(async () => {
    await reader?.context.close();
    await running?.stop();
    await closeChromium();
  });

  test.each([
    ['/recommendations/XKD-2026-01'],
    ['/recommendations/XKD-2026-02'],
    ['/recommendations/XNV-2026-01'],
    ['/reports/XNV-2026'],
    ['/engagements/ENG-7F3K-2Q9X'],
    ['/commitments/ENG-7F3K-2Q9X-P1'],
    ['/commitments/UNGA-A-RES-72-1-C01'],
    ['/forums/UNGA-A-RES-72-1'],
    ['/countries/XKD'],
    ['/countries/XNV'],
  ])('its page says so: %s', async (path) => {
    await reader.open(path);
    const notice = reader.page.locator('main .notice', { hasText: `${SINCE}, 12:00 UTC.` });
    expect(await notice.count()).toBe(1);
    expect(await notice.innerText()).toContain('Nothing is lost.');
  });

  test.each([['/recommendations/XMB-2026-01'], ['/recommendations/XKD-2026-03'], ['/countries/XMB']])(
    'other pages say nothing of the kind: %s',
    async (path) => {
      await reader.open(path);
      expect(await reader.page.locator('main', { hasText: 'Not up to date' }).count()).toBe(0);
    },
  );

  test.each([
    ['/recommendations', ['Train judges.', 'Fund shelters.', 'Train inspectors.'], 5],
    ['/engagements', ['Oriel Vance'], 1],
    ['/promises?kinds=promise,forum_commitment&settled=too', ['A bill by spring.', 'Adopt national action plans'], 2],
    ['/forums', ['A/RES/72/1'], 1],
  ])('the list says of which: %s', async (path, behind, all) => {
    await reader.open(path);
    const lines = reader.page.locator('main .line');
    expect(await lines.count()).toBe(all);
    const marked = lines.filter({ hasText: SINCE });
    expect(await marked.count()).toBe(behind.length);
    for (const title of behind) expect(await marked.filter({ hasText: title }).count()).toBe(1);
  });

  test('the countries’ rows and a country’s own list say so', async () => {
    await reader.open('/countries');
    const rows = reader.page.locator('main tbody tr');
    expect(await rows.count()).toBe(3);
    expect(await rows.filter({ hasText: SINCE }).count()).toBe(2);
    expect(await rows.filter({ hasText: 'Marabai' }).filter({ hasText: SINCE }).count()).toBe(0);
    await reader.open('/countries/XKD');
    const marked = reader.page.locator('.this-year li', { hasText: SINCE });
    expect((await marked.locator('a').allInnerTexts()).sort()).toEqual(['Fund shelters.', 'Train judges.']);
  });

  test('every page counts them, each once, and names them', async () => {
    await reader.open('/recommendations/XMB-2026-01');
    const freshness = reader.page.locator('details.freshness');
    expect(await freshness.locator('summary').innerText()).toBe('6 records are not up to date');
    await freshness.locator('summary').click();
    expect(await freshness.locator('li').allInnerTexts()).toContain(
      'Recommendation XKD-2026-01: not up to date since 1 Sep 2026',
    );
  });

  test('leaves no error in the browser’s log', () => {
    expect(reader.faults).toEqual([]);
  });
});
