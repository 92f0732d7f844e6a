import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

/** A description of an interface that a program can be built against. */
export interface DescribedInterface {
  readonly name: string;
  readonly about: string;
  readonly help: string;
  /** Loaded only here: no other command should wait for it. */
  readonly document: () => Promise<object>;
}

interface DocumentOptions {
  readonly out?: string;
}

/** Prints the description of an interface, or writes it to a file. It needs no server. */
export const interfaceCommand = (
  terminal: Terminal,
  end: (code: ExitCode) => void,
  { name, about, help, document }: DescribedInterface,
): Command =>
  new Command(name)
    .description(about)
    .option('--json', 'as JSON, which it is anyway')
    .option('--out <file>', 'write it to a file')
    .addHelpText('after', `\n${help}`)
    .action(async ({ out }: DocumentOptions) => {
      const text = JSON.stringify(await document(), null, 2);
      if (out === undefined) terminal.print(text);
      else writeTo(out, text);
      end(exitCodes.fine);
    });

const writeTo = (file: string, text: string): void => {
  try {
    writeFileSync(file, `${text}\n`);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CommandFailure(exitCodes.notDone, `${file} cannot be written (${code}).`, { cause });
  }
};
