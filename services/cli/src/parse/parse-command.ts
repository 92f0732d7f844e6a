import { type CountryEntry, explainNarrative, hintsFromFileName } from '@demarche/report-parser';
import { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findNarratives } from '../files/find-narratives.ts';
import { countriesFor, type HintOptions, hintsFor, withHints } from '../files/narrative-hints.ts';
import { type NarrativeFile, readNarrativeFile } from '../files/read-narrative-file.ts';
import type { Terminal } from '../terminal.ts';
import { describeNarrative, describeRefusal, notesOn } from './describe-narrative.ts';
import { explanationLines } from './explanation-lines.ts';

interface ParseOptions extends HintOptions {
  readonly json?: true;
  readonly explain?: true;
}
type PrintOptions = ParseOptions & { readonly countries: readonly CountryEntry[] };

/** `demarche parse`: reads saved country narratives, without a server, and records nothing. */
export const parseCommand = (terminal: Terminal, end: (code: ExitCode) => void): Command =>
  withHints(new Command('parse').argument('<file...>', 'saved country narratives, HTML or text; folders too'))
    .description('Read saved country narratives and print what they say. Needs no server, records nothing.')
    .option('--json', 'print one JSON object a line for each narrative')
    .option('--explain', 'print each line of the file with what it was taken for')
    .action(async (paths: string[], options: ParseOptions) => {
      let refused = false;
      const countries = countriesFor(options);
      const { narratives, leftAside } = findNarratives(paths);
      for (const path of narratives) {
        if (terminal.readerGone) return;
        const file = await readNarrativeFile(path, options, countries);
        refused ||= file.narratives.some(({ narrative }) => narrative.refused !== null);
        printFile(terminal, file, { ...options, countries });
      }
      if (leftAside.length > 0) terminal.say(`Left aside: ${leftAside.join(', ')}`);
      end(refused ? exitCodes.someRefused : exitCodes.fine);
    });

const printFile = (terminal: Terminal, file: NarrativeFile, options: PrintOptions): void => {
  if (options.json) return printJson(terminal, file, options);
  const print = (lines: readonly string[]): void => lines.forEach((line) => terminal.print(line));
  if (options.explain) print([file.path, ...explanationLines(explain(file, options), terminal.width)]);
  for (const { narrative } of file.narratives) {
    print(options.explain ? notesOn(narrative) : describeNarrative(narrative));
    if (narrative.refused) terminal.say(describeRefusal(narrative.file, narrative.refused));
  }
};

const printJson = (terminal: Terminal, file: NarrativeFile, options: PrintOptions): void => {
  const lines = options.explain ? { lines: explain(file, options) } : {};
  for (const { narrative } of file.narratives) terminal.print(JSON.stringify({ ...narrative, ...lines }));
};

/** The account is of the file as it lies there, whether or not it is then read in parts. */
const explain = ({ path, bytes }: NarrativeFile, { countries, ...options }: PrintOptions) =>
  explainNarrative({
    file: path,
    bytes,
    hints: { ...hintsFromFileName(path, countries), ...hintsFor(options) },
    countries,
  });
