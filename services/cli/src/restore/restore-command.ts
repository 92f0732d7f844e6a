import { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type DataOption, withData } from '../record-keeping/data-option.ts';
import { keepRecord } from '../record-keeping/keep-record.ts';
import type { Terminal } from '../terminal.ts';
import { describeRestored } from './describe-restored.ts';

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
      else for (const line of describeRestored(restored)) terminal.print(line);
      end(exitCodes.fine);
    });
