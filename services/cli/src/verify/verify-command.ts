import { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type DataOption, withData } from '../record-keeping/data-option.ts';
import { countOf, keepRecord } from '../record-keeping/keep-record.ts';
import type { Terminal } from '../terminal.ts';

interface VerifyOptions extends DataOption {
  /** False with `--no-views`, a file with `--views`. */
  readonly views: boolean | string;
}

/** `demarche verify`: of a record, while Demarche runs or not, or of a backup. */
export const verifyCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultData: string): Command =>
  withData(new Command('verify'), defaultData)
    .description('Read a record or a backup from end to end, make its views anew, and say all that is wrong.')
    .argument('[folder or file]', 'a backup, a data folder, or the file of a record; without it the data folder')
    .option('--views <file>', 'compare the views in this file, such as those of one replica')
    .option('--no-views', 'leave the views out, which takes far less time')
    .action(async (folder: string | undefined, { data, json, views }: VerifyOptions) => {
      const verified = await keepRecord(terminal, (keeping, progress) =>
        keeping.verify(folder ?? data, views, progress),
      );
      if (json) terminal.print(JSON.stringify(verified));
      else for (const line of describe(verified)) terminal.print(line);
      end(verified.sound ? exitCodes.fine : exitCodes.damaged);
    });

interface Verified {
  readonly folder: string;
  readonly kind: 'record' | 'backup';
  readonly position: number | null;
  readonly sound: boolean;
  readonly views: string;
  readonly findings: readonly { readonly code: string; readonly message: string; readonly position?: number }[];
  readonly findingsInAll: number;
}

const describe = ({ folder, kind, position, sound, views, findings, findingsInAll }: Verified): readonly string[] => [
  `The ${kind} in ${folder} ${position === null ? '' : `holds ${countOf(position, 'event')} and `}is ${sound ? 'sound' : 'not sound'}.`,
  ...(sound ? [aboutViews[views] ?? ''].filter((line) => line !== '') : []),
  ...findings.map((finding) => `  ${where(finding)}${finding.code}: ${finding.message}`),
  ...(findingsInAll > findings.length ? [`  and ${countOf(findingsInAll - findings.length, 'thing')} more`] : []),
];

const where = ({ position }: { readonly position?: number }): string =>
  position === undefined ? '' : `position ${position}, `;

const aboutViews: Readonly<Record<string, string>> = {
  equal: 'Its views are what the record makes of them.',
  none: 'Views can be made from all of it.',
  'other-release': 'Its views are of another release, and are made anew at the next start.',
  'not-asked': 'Its views were left out.',
};
