import type { Locator, Page } from 'playwright-core';

/** How a person works a page. The same story is told by mouse and by keyboard alone. */
export interface Hand {
  /** A button, a link or what opens a part of the page. */
  press(target: Locator): Promise<void>;
  tick(box: Locator): Promise<void>;
  choose(radio: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** A day as `YYYY-MM-DD`. */
  setDay(field: Locator, day: string): Promise<void>;
  giveFiles(input: Locator, files: readonly string[]): Promise<void>;
}

export const mouse = (): Hand => ({
  press: (target) => target.click(),
  // The box itself may be drawn by its label.
  tick: (box) => box.check({ force: true }),
  choose: (radio) => radio.check({ force: true }),
  write: (field, text) => field.fill(text),
  setDay: (field, day) => field.fill(day),
  giveFiles: (input, files) => input.setInputFiles([...files]),
});

/** More presses of Tab than any page needs: beyond them, what is looked for cannot be reached. */
const FARTHEST = 300;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

const tabTo = async (page: Page, arrived: () => Promise<boolean>, what: string): Promise<void> => {
  for (let presses = 0; presses < FARTHEST; presses += 1) {
    if (await arrived()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${what} cannot be reached by Tab`);
};

/** Works a page with no pointer at all: Tab to get there, keys to act. */
export const keyboard = (page: Page): Hand => {
  // The browser is told early to hand its file dialogs over; told with the key press, it may come too late.
  page.on('filechooser', () => undefined);
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    await tabTo(page, () => hasFocus(target), String(target));
  };
  const groupHasFocus = (radio: Locator): Promise<boolean> =>
    radio.evaluate(
      (element) =>
        document.activeElement instanceof HTMLInputElement &&
        document.activeElement.type === 'radio' &&
        document.activeElement.name === (element as HTMLInputElement).name,
    );
  return {
    async press(target) {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    async tick(box) {
      await reach(box);
      await page.keyboard.press('Space');
    },
    async choose(radio) {
      await tabTo(page, () => groupHasFocus(radio), String(radio));
      if (!(await hasFocus(radio))) {
        for (let presses = 0; presses < 20 && !(await hasFocus(radio)); presses += 1)
          await page.keyboard.press('ArrowRight');
      }
      if (!(await radio.isChecked())) await page.keyboard.press('Space');
    },
    async write(field, text) {
      await reach(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    },
    async setDay(field, day) {
      await reach(field);
      const [year, month, dayOfMonth] = day.split('-');
      await page.keyboard.type(`${month}${dayOfMonth}${year}`);
    },
    async giveFiles(input, files) {
      await reach(input);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
      await chooser.setFiles([...files]);
    },
  };
};
