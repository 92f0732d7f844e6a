import { type CountryEntry, explainNarrative } from '@demarche/report-parser';
import { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { findNarratives } from '../files/find-narratives.ts';
import { countriesFor, type HintOptions, hintsFor, withHints } from '../files/narrative-hints.ts';
import { type NarrativeFile, readNarrativeFile } from '../files/read-narrative-file.ts';
import type { Terminal } from '../terminal.ts';
import { describeNarrative, describeRefusal } from './describe-narrative.ts';

interface ParseOptions extends HintOptions {
  readonly json?: true;
  readonly explain?: true;
}
type PrintOptions = ParseOptions & { readonly countries: readonly CountryEntry[] };

/** `demarche parse`: reads saved country narratives, without a server, and records nothing. */
export const parseCommand = (terminal: Terminal, end: (code: ExitCode) => void): Command =>
  withHints(new Command('parse').argument('<file...>', 'saved country narratives, HTML or text; folders too'))
    .description('Read saved country narratives and print what they say. Needs no server, records nothing.')
    .option('--json', 'print one JSON object a line for each file')
    .option('--explain', 'print each line of the narrative with what it was taken for')
    .action(async (paths: string[], options: ParseOptions) => {
      let refused = false;
      const countries = countriesFor(options);
      const { narratives, leftAside } = findNarratives(paths);
      for (const path of narratives) {
        if (terminal.readerGone) return;
        const file = await readNarrativeFile(path, options, countries);
        refused ||= file.narrative.refused !== null;
        printFile(terminal, file, { ...options, countries });
      }
      if (leftAside.length > 0) terminal.say(`Left aside: ${leftAside.join(', ')}`);
      end(refused ? exitCodes.someRefused : exitCodes.fine);
    });

const printFile = (terminal: Terminal, file: NarrativeFile, options: PrintOptions): void => {
  const { narrative } = file;
  if (options.json)
    return terminal.print(
      JSON.stringify(options.explain ? { ...narrative, lines: explain(file, options) } : narrative),
    );
  if (options.explain) printExplanation(terminal, file, options);
  else for (const line of describeNarrative(narrative)) terminal.print(line);
  if (narrative.refused) terminal.say(describeRefusal(narrative.file, narrative.refused));
};

const explain = ({ path, bytes }: NarrativeFile, options: PrintOptions) =>
  explainNarrative({
    file: path,
    bytes,
    hints: hintsFor(path, options, options.countries),
    countries: options.countries,
  });

const printExplanation = (terminal: Terminal, file: NarrativeFile, options: PrintOptions): void => {
  terminal.print(file.path);
  for (const { line, text, takenFor } of explain(file, options)) {
    terminal.print(`${String(line).padStart(5)}  ${takenFor.join('; ').padEnd(36)}  ${text}`);
  }
};
