import { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type DataOption, withData } from '../record-keeping/data-option.ts';
import { keepRecord } from '../record-keeping/keep-record.ts';
import type { Terminal } from '../terminal.ts';
import { describeBackup } from './describe-backup.ts';

/** `demarche backup`: while Demarche runs or not. */
export const backupCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultData: string): Command =>
  withData(new Command('backup'), defaultData)
    .description('Copy the record into a new folder, checked and complete, while Demarche runs or not.')
    .argument('<folder>', 'where the backup goes: a folder that is not there yet')
    .action(async (target: string, { data, json }: DataOption) => {
      const taken = await keepRecord(terminal, (keeping, progress) => keeping.backup(data, target, progress));
      if (json) terminal.print(JSON.stringify({ folder: taken.folder, ...taken.manifest }));
      else for (const line of describeBackup(taken)) terminal.print(line);
      end(exitCodes.fine);
    });
