import type { Command } from 'commander';

export interface DataOption {
  readonly data: string;
  readonly json?: true;
}

/** Adds `--data` and `--json`. */
export const withData = (command: Command, defaultData: string): Command =>
  command
    .option('--data <folder>', 'the data folder of Demarche on this machine, or the file of its record', defaultData)
    .option('--json', 'print the answer as JSON');
