import { setTimeout as delay } from 'node:timers/promises';

export interface StartupLines {
  say(line: string): void;
  /** At a terminal one line that changes; elsewhere nothing. */
  progress(line: string): void;
  /** Shows the line until it is so, and no longer than a minute. */
  until(line: string, isSo: () => Promise<boolean>): Promise<void>;
  ready(where: { readonly address: string; readonly folder: string; readonly demonstration: boolean }): void;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 60_000;

/** What the person at the terminal reads while Demarche starts. */
export const startupLines = (output: Output): StartupLines => {
  let shown = false;
  const say = (line: string): void => {
    output.write(`${shown ? '\n' : ''}${line}\n`);
    shown = false;
  };
  const progress = (line: string): void => {
    if (!output.isTTY) return;
    output.write(`\r${line}`);
    shown = true;
  };
  return {
    say,
    progress,
    async until(line, isSo) {
      const tooLong = Date.now() + PATIENCE_MS;
      while (!(await isSo()) && Date.now() < tooLong) {
        if (!shown) progress(line);
        await delay(LOOK_EVERY_MS);
      }
    },
    ready({ address, folder, demonstration }) {
      say(`Demarche is ready at ${address}`);
      say(`  data  ${folder}${demonstration ? ' (demonstration: countries that do not exist)' : ''}`);
      say('  stop  Ctrl+C');
    },
  };
};
