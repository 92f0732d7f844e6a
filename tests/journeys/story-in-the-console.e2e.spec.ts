import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, closeChromium, noBrowser, skipped } from './chromium.ts';
import { type Hand, keyboard, mouse } from './hand.ts';
import { profiles } from './profiles.ts';
import { type RunningDemarche, startDemarche } from './start-demarche.ts';
import { assess, close, importReports, logMeeting, recordAction, signOff, type Teller, today } from './tell-story.ts';
import { arrive, type Traveller } from './traveller.ts';

/** A page may be opened a moment before the views hold what was just recorded: it appears by itself then. */
const appearing = { timeout: 100_000 };

afterAll(closeChromium);

describe.each(profiles)('$title', ({ profile, missing }) => {
  describe.skipIf(noBrowser || missing).each([
    ['by mouse', (): Hand => mouse()],
    ['by keyboard alone', ({ page }: Traveller): Hand => keyboard(page)],
  ] as const)(`from a report to an outcome, %s${skipped}`, (_way, handOf) => {
    let demarche: RunningDemarche;
    let ines: Teller;
    let tomas: Teller;
    let miriam: Teller;

    const comeAs = async (as: string): Promise<Teller> => {
      const traveller = await arrive(chromium(), demarche.address, { as });
      return { ...traveller, hand: handOf(traveller) };
    };
    const timeline = (): Promise<string> => ines.page.locator('main').innerText();

    beforeAll(async () => {
      demarche = await startDemarche({ profile });
      ines = await comeAs('Ines Okafor');
      tomas = await comeAs('Tomas Lindqvist');
      miriam = await comeAs('Miriam Castellanos');
    });
    afterAll(async () => {
      for (const teller of [ines, tomas, miriam]) await teller?.context.close();
      await demarche?.stop();
    });

    test('reports are imported after a preview, and the same file twice changes nothing', async () => {
      await importReports(ines);
      await ines.open('/countries/XKD');
      await expect.poll(timeline, appearing).toMatch(/second (consecutive )?year/);
    });

    test('a meeting is logged, with what was raised and promised', async () => {
      expect(await logMeeting(miriam)).toMatch(/^ENG-.{4}-.{4}$/);
    });

    test('an action is recorded, assessed, signed off by another, and the recommendation closed', async () => {
      await recordAction(miriam);
      await assess(ines);
      expect(await close(ines)).toMatch(/not signed off.*Another RPA lead has to sign it off first/s);
      expect(await signOff(ines)).toMatch(/You made this assessment yourself\. Another RPA lead/);
      expect(await signOff(tomas)).not.toMatch(/yourself|Only/);
      expect(await close(ines)).toBe('');
    });

    test('the country’s timeline shows all of it', async () => {
      await ines.open('/countries/XKD');
      for (const shown of [
        /2023 report/i,
        /2025 report/i,
        /Deputy Minister of Justice/,
        /The draft law goes to parliament this session/,
        /Parliament adopted the law on recruitment fees/,
        /not assessed → implemented/,
        /What was asked has been done/,
      ]) {
        await expect.poll(timeline, appearing).toMatch(shown);
      }
    });

    test('at a past date one clock shows the reports until then, and the other says since when anything was held', async () => {
      await ines.open('/countries/XKD?on=2024-12-31');
      const known = await timeline();
      expect(known).toMatch(/2024 report/i);
      expect(known).not.toMatch(/2025 report/i);
      expect(known).not.toMatch(/Parliament adopted/);

      await ines.page.getByRole('radio', { name: 'as we knew it then' }).check({ force: true });
      await ines.page
        .getByText(/has held|held nothing|nothing was held/i)
        .first()
        .waitFor();
      expect(await timeline()).not.toMatch(/2024 report published/i);
      expect(await timeline()).toContain(new Date(today()).getUTCFullYear().toString());
    });

    test('and no browser complained', () => {
      expect([...ines.faults, ...tomas.faults, ...miriam.faults]).toEqual([]);
    });
  });
});
