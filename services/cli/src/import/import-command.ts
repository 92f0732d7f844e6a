import { IsoDate } from '@demarche/contracts';
import type { CountryEntry } from '@demarche/report-parser';
import { Command, InvalidArgumentError } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type FoundFiles, findNarratives } from '../files/find-narratives.ts';
import { countriesFor, type HintOptions, hintsFor, withHints } from '../files/narrative-hints.ts';
import { bytesOf, offeringSplit, readNarrativeFile } from '../files/read-narrative-file.ts';
import {
  type DemarcheServer,
  demarcheServer,
  type FileToPreview,
  type PreviewWishes,
} from '../server/demarche-server.ts';
import { type ServerOption, withServer } from '../server/server-option.ts';
import type { Terminal } from '../terminal.ts';
import { afterEarlierFiles } from './after-earlier-files.ts';
import { importNarrative } from './import-narrative.ts';
import { type ImportRow, isHeldUp, printRow, summaryOf } from './import-row.ts';
import { notesOnUnchanged } from './notes-on-unchanged.ts';
import { warnOfDemonstration } from './warn-of-demonstration.ts';

interface ImportOptions extends HintOptions, ServerOption {
  readonly published?: string;
  readonly as: string;
  readonly acceptUnsure?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `demarche import`: brings saved country narratives into a running Demarche. */
export const importCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultUrl: string): Command =>
  withServer(withHints(new Command('import').argument('<file or folder...>', 'saved country narratives')), defaultUrl)
    .description('Bring saved country narratives into Demarche. The same file again changes nothing.')
    .option(
      '--published <day>',
      'the day the report came out, YYYY-MM-DD; without it 30 June of its year is assumed',
      day,
    )
    .option('--as <person>', 'who brings them in, by id or name', 'ines.okafor')
    .option('--accept-unsure', 'bring in readings that are unsure, as they were read; the report says that they were')
    .option('--dry-run', 'say what would happen and record nothing')
    .option('--json', 'print one JSON object a line for each file')
    .action(async (paths: string[], options: ImportOptions) => {
      const found = findNarratives(paths);
      const server = demarcheServer(options.url);
      await server.signIn(options.as);
      await warnOfDemonstration(terminal, server, options.url);
      const rows = await importAll(terminal, server, found, options);
      if (found.leftAside.length > 0) terminal.say(`Left aside: ${found.leftAside.join(', ')}`);
      terminal.say(summaryOf(rows, options.dryRun === true));
      end(rows.some(isHeldUp) ? exitCodes.someRefused : exitCodes.fine);
    });

const importAll = async (
  terminal: Terminal,
  server: DemarcheServer,
  { narratives }: FoundFiles,
  options: ImportOptions,
): Promise<readonly ImportRow[]> => {
  const rows: ImportRow[] = [];
  const countries = countriesFor(options, await server.countries());
  const handle = options.dryRun ? previewNarratives : importNarratives;
  for (const [index, path] of narratives.entries()) {
    terminal.progress(`${index + 1} of ${narratives.length}  ${path}`);
    const became = await handle(server, path, { ...options, countries });
    terminal.progress('');
    for (const one of became) {
      const row = options.dryRun ? afterEarlierFiles(one, rows) : one;
      rows.push(row);
      if (options.json) terminal.print(JSON.stringify(row));
      else printRow(terminal, row);
    }
  }
  return rows;
};

type Handled = ImportOptions & { readonly countries: readonly CountryEntry[] };

const importNarratives = async (
  server: DemarcheServer,
  path: string,
  { countries, ...options }: Handled,
): Promise<readonly ImportRow[]> => {
  const { narratives, sha256, bytes } = await readNarrativeFile(path, options, countries);
  const notesOn = notesOnUnchanged(server, fileOf(path, bytes, options), wishesOf(options));
  const rows: ImportRow[] = [];
  for (const narrative of narratives)
    rows.push(await importNarrative(server, narrative, { ...options, sha256, notesOn }));
  return rows;
};

const previewNarratives = async (
  server: DemarcheServer,
  path: string,
  options: Handled,
): Promise<readonly ImportRow[]> => {
  const previewed = await server.preview(fileOf(path, await bytesOf(path), options), wishesOf(options));
  return previewed.map(({ file, outcome, reportId, refused, warnings, report, parts }) => ({
    file,
    outcome,
    reportId,
    refused: refused && parts ? offeringSplit(refused) : refused,
    warnings,
    report,
  }));
};

const fileOf = (name: string, bytes: Uint8Array, { split }: ImportOptions): FileToPreview => ({
  name,
  bytes,
  split: split === true,
});

const wishesOf = ({ published, acceptUnsure, ...options }: ImportOptions): PreviewWishes => {
  const { entry } = options.country ?? {};
  const hints = {
    ...hintsFor(options),
    ...(entry === undefined ? {} : { countryName: entry.name }),
    ...(published === undefined ? {} : { publishedOn: published }),
  };
  return { hints, acceptUnsure: acceptUnsure === true };
};

const day = (text: string): string => {
  if (IsoDate.safeParse(text).success) return text;
  throw new InvalidArgumentError('It must be a day, such as 2019-06-20.');
};
