import { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type DataOption, withData } from '../record-keeping/data-option.ts';
import { countOf, keepRecord } from '../record-keeping/keep-record.ts';
import type { Terminal } from '../terminal.ts';

/** `demarche backup`: while Demarche runs or not. */
export const backupCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultData: string): Command =>
  withData(new Command('backup'), defaultData)
    .description('Copy the record into a new folder, checked and complete, while Demarche runs or not.')
    .argument('<folder>', 'where the backup goes: a folder that is not there yet')
    .action(async (target: string, { data, json }: DataOption) => {
      const { folder, manifest } = await keepRecord(terminal, (keeping, progress) =>
        keeping.backup(data, target, progress),
      );
      if (json) terminal.print(JSON.stringify({ folder, ...manifest }));
      else for (const line of describe(folder, manifest)) terminal.print(line);
      end(exitCodes.fine);
    });

interface Taken {
  readonly events: number;
  readonly demonstration: boolean;
  readonly takenAt: string;
}

const describe = (folder: string, { events, demonstration, takenAt }: Taken): readonly string[] => [
  `Backed up ${countOf(events, 'event')}, as they were at ${takenAt}, to ${folder}. The copy was read from end to end and is sound.`,
  ...(demonstration ? ['What it holds is the demonstration, about countries that do not exist.'] : []),
  `Bring it back with: demarche restore ${folder}`,
];
