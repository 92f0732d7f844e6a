import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import type { Hand } from './hand.ts';
import type { Traveller } from './traveller.ts';

const narrative = (year: number): string => fileURLToPath(new URL(`./narratives/kaldara-${year}.txt`, import.meta.url));

export const today = (): string => new Date().toISOString().slice(0, 10);

const inSixtyDays = (): string => new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

/** A person with a hand to work the page with. */
export interface Teller extends Traveller {
  readonly hand: Hand;
}

/** The first file says a country that no register holds, so one says its code; the others are read by themselves. */
export const importReports = async ({ page, hand, open }: Teller): Promise<void> => {
  await open('/import');
  const files = page.getByLabel('Saved pages or texts, as many as you like');
  await hand.giveFiles(files, [narrative(2023)]);
  await hand.press(page.getByText('Say what the file does not, and read it again'));
  await hand.write(page.getByLabel('Country code'), 'XKD');
  await hand.write(page.getByLabel('Country (optional)', { exact: true }), 'Kaldara');
  await hand.press(page.getByRole('button', { name: 'Read it again' }));
  await page.getByText('Kaldara 2023 · Tier 2 · 4 recommendations').waitFor();
  await hand.press(page.getByRole('button', { name: 'Save 1 report' }));
  await page.getByText('1 file: 1 saved').waitFor();

  await hand.press(page.getByRole('button', { name: 'Begin anew' }));
  await hand.giveFiles(files, [narrative(2024), narrative(2025)]);
  await page.getByText('2 files: 2 new').waitFor();
  await hand.press(page.getByRole('button', { name: 'Save 2 reports' }));
  await page.getByText('2 files: 2 saved').waitFor();

  await hand.press(page.getByRole('button', { name: 'Begin anew' }));
  await hand.giveFiles(files, [narrative(2025)]);
  await page.getByText('Unchanged: nothing to save').waitFor();
};

export const logMeeting = async ({ page, hand, open, settled }: Teller): Promise<string> => {
  await open('/countries/XKD');
  await hand.press(page.getByRole('link', { name: 'Log a meeting' }));
  await settled();
  await hand.write(page.getByLabel('With whom'), 'T. Varga, Deputy Minister of Justice, Ministry of Justice');
  await hand.tick(page.getByRole('checkbox', { name: /^1\. Draft and enact a law/ }));
  await hand.choose(page.getByRole('radio', { name: 'welcomed' }).first());
  await hand.write(page.getByLabel('Promise (optional)').first(), 'The draft law goes to parliament this session.');
  await hand.setDay(page.getByLabel('Due (optional)').first(), inSixtyDays());
  await hand.write(page.getByLabel('What was said'), 'He expects the draft in this session and asked for examples.');
  await hand.press(page.getByRole('button', { name: 'Save', exact: true }));
  await page.getByRole('heading', { name: 'The meeting is logged' }).waitFor();
  return (await page.locator('.receipt__reference').textContent()) ?? '';
};

export const recordAction = async ({ page, hand, open, settled }: Teller): Promise<void> => {
  await open('/recommendations/XKD-2025-01');
  await hand.press(page.getByRole('link', { name: 'Record an action' }));
  await settled();
  await hand.write(page.getByLabel('What was done'), 'Parliament adopted the law on recruitment fees.');
  await hand.press(page.getByRole('button', { name: '+ Add a source' }));
  await hand.write(page.getByLabel('As one would cite it'), 'Official Gazette 112');
  await hand.press(page.getByRole('button', { name: 'Save the action' }));
  await page.getByRole('heading', { name: 'The action is recorded' }).waitFor();
};

export const assess = async ({ page, hand, open, settled }: Teller): Promise<void> => {
  await open('/recommendations/XKD-2025-01');
  await hand.press(page.getByRole('link', { name: 'Assess', exact: true }));
  await settled();
  await hand.tick(page.getByRole('checkbox', { name: /Parliament adopted the law on recruitment fees/ }));
  await hand.choose(page.getByRole('radio', { name: 'Implemented', exact: true }));
  await hand.write(page.getByLabel('Why', { exact: true }), 'The law is in force and covers all workers.');
  await hand.press(page.getByRole('button', { name: 'Save the assessment' }));
  await page.getByRole('heading', { name: 'The assessment is recorded' }).waitFor();
};

/** Presses the button that signs the assessment off, and answers what stands beside it then. */
export const signOff = async ({ page, hand, open }: Teller): Promise<string> => {
  await open('/recommendations/XKD-2025-01');
  await hand.press(page.getByRole('button', { name: 'Sign off', exact: true }));
  const outcome: Locator = page.locator('.sign-off [role=status]').filter({ hasText: /\S/ });
  // Once it is signed off, the page takes the button away, and its word with it: perhaps before that is read.
  const stands = page.getByText(/\(assessed [^)]*, signed off\)/);
  await outcome.or(stands).first().waitFor();
  const [word = ''] = await outcome.allTextContents();
  return word;
};

export const close = async ({ page, hand, open }: Teller): Promise<string> => {
  await open('/recommendations/XKD-2025-01/close');
  await hand.choose(page.getByRole('radio', { name: 'Closed: implemented' }));
  await hand.write(page.getByLabel('Explanation'), 'What was asked has been done.');
  await hand.press(page.getByRole('button', { name: 'Close it' }));
  const done = page.getByRole('heading', { name: 'The recommendation is closed' });
  const refused = page.getByRole('alert');
  await done.or(refused).first().waitFor();
  return (await refused.count()) > 0 ? ((await refused.textContent()) ?? '') : '';
};
