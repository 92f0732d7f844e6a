import type { ConcreteActionRecorded, RecordedEvent } from '@demarche/contracts';
import { generateScenario } from '@demarche/testing/scenario';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { profiles } from './profiles.ts';
import { type RunningDemarche, startDemarche } from './start-demarche.ts';
import { arrive, type Traveller } from './traveller.ts';

const history = [...generateScenario({ seed: 19, countries: 12, fromYear: 2013, toYear: 2025, today: '2026-03-31' })];

/** It happened in February and was recorded in May, and its country’s timeline tells of nothing else in the same words that year. */
const lateAction = (): ConcreteActionRecorded['data'] => {
  const isLate = ({ type, data, metadata }: RecordedEvent): boolean =>
    type === 'ConcreteActionRecorded' &&
    (data as ConcreteActionRecorded['data']).occurredOn.slice(5, 7) === '02' &&
    metadata.recordedAt.slice(5, 7) === '05';
  const late = history.find(isLate);
  if (!late) throw new Error('The scenario holds no action of February recorded in May');
  return late.data as ConcreteActionRecorded['data'];
};

const nameOf = (country: string): string =>
  history
    .map(({ data }) => data as { country?: string; countryName?: string })
    .find((data) => data.country === country && data.countryName)?.countryName ?? '';

afterAll(closeChromium);

describe.each(profiles)('$title', ({ profile, missing }) => {
  describe.skipIf(noBrowser || missing)(`what was recorded late, and what others record meanwhile${skipped}`, () => {
    let demarche: RunningDemarche;
    let ines: Traveller;
    let miriam: Traveller;
    const late = lateAction();
    const year = late.occurredOn.slice(0, 4);
    const [reference = ''] = late.recommendations;
    /** The page ends the sentence in its own way. */
    const words = late.description.replace(/\.$/, '');
    const text = ({ page }: Traveller): Promise<string> => page.locator('main').innerText();

    beforeAll(async () => {
      demarche = await startDemarche({ profile, record: history });
      ines = await arrive(chromium(), demarche.address, { as: 'Ines Okafor' });
      miriam = await arrive(chromium(), demarche.address, { as: 'Miriam Castellanos' });
    });
    afterAll(async () => {
      await ines?.context.close();
      await miriam?.context.close();
      await demarche?.stop();
    });

    test('an action of February recorded in May is seen in March as we know it today, and not as we knew it then', async () => {
      // Only its own year: the same may have been done, and written down in the same words, in a year before.
      const page = `/recommendations/${reference}?years=own`;
      await ines.open(`${page}&on=${year}-03-31`);
      expect(await text(ines)).toContain(words);

      await ines.open(`${page}&on=${year}-03-31&known=then`);
      expect(await text(ines)).not.toContain(words);

      await ines.open(`${page}&on=${year}-05-31&known=then`);
      expect(await text(ines)).toContain(words);
    });

    test('the day and the switch go along from page to page, and no button records anything', async () => {
      await ines.open(`/countries?on=${year}-03-31&known=then`);
      await ines.page.getByRole('link', { name: nameOf(late.country) }).click();
      await ines.page.waitForURL(/\/countries\/X/);
      await ines.settled();

      expect(ines.page.url()).toContain(`on=${year}-03-31&known=then`);
      await ines.page.getByText(`You see what Demarche held on`, { exact: false }).waitFor();
      expect(await ines.page.getByRole('link', { name: 'Log a meeting' }).count()).toBe(0);

      await ines.page.getByRole('link', { name: 'Back to today' }).click();
      await ines.page.getByRole('link', { name: 'Log a meeting' }).first().waitFor();
      expect(ines.page.url()).not.toContain('on=');
    });

    test('what one person records appears by itself on another’s page', async () => {
      const country = late.country;
      await ines.open(`/countries/${country}`);
      await miriam.open(`/engagements/new?country=${country}`);
      await miriam.page.getByLabel('With whom').fill('P. Ilves, Minister of Labour, Ministry of Labour');
      await miriam.page.getByLabel('What was said').fill('She will send the inspectors next week.');
      await miriam.page.getByRole('button', { name: 'Save', exact: true }).click();
      await miriam.page.getByRole('heading', { name: 'The meeting is logged' }).waitFor();

      const arrived = ines.page.getByText('She will send the inspectors next week.').first();
      await arrived.waitFor();
      expect(await arrived.isVisible()).toBe(true);
    });

    test('and no browser complained', () => {
      expect([...ines.faults, ...miriam.faults]).toEqual([]);
    });
  });
});
