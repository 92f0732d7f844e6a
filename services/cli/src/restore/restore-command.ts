import { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type DataOption, withData } from '../record-keeping/data-option.ts';
import { countOf, keepRecord } from '../record-keeping/keep-record.ts';
import type { Terminal } from '../terminal.ts';

interface RestoreOptions extends DataOption {
  readonly replace?: true;
}

/** `demarche restore`: while Demarche is stopped. */
export const restoreCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultData: string): Command =>
  withData(new Command('restore'), defaultData)
    .description('Put a backup in place of the record: all of it or nothing. Demarche must be stopped first.')
    .argument('<folder>', 'what "demarche backup" made')
    .option('--replace', 'put aside the record that is there; it is kept in a folder beside the new one')
    .action(async (backup: string, { data, json, replace }: RestoreOptions) => {
      const restored = await keepRecord(terminal, (keeping, progress) =>
        keeping.restore(backup, data, replace ?? false, progress),
      );
      if (json) terminal.print(JSON.stringify(restored));
      else for (const line of describe(restored)) terminal.print(line);
      end(exitCodes.fine);
    });

interface Restored {
  readonly folder: string;
  readonly keptAside: string | null;
  readonly manifest: { readonly events: number; readonly takenAt: string };
}

const describe = ({ folder, keptAside, manifest: { events, takenAt } }: Restored): readonly string[] => [
  `Restored ${countOf(events, 'event')}, as they were at ${takenAt}, into ${folder}.`,
  ...(keptAside ? [`What was there before is kept in ${keptAside}.`] : []),
  'Start Demarche again: it makes its views anew first. Whoever was signed in may have to choose again who they are.',
];
