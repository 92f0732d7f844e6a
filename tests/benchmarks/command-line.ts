import { parseArgs } from 'node:util';

export interface CommandLine {
  /** Parts of names of benchmarks; none for all of them. */
  readonly words: readonly string[];
  readonly events: number | undefined;
  /** The folder in which prepared histories outlast the run. */
  readonly keep: string | undefined;
  /** The file of an earlier run's lines. */
  readonly compare: string | undefined;
}

/** The command line cannot be followed; the message says why and how it is used. */
export class CommandLineRefused extends Error {
  override readonly name = 'CommandLineRefused';
}

const usage = (known: readonly string[]): string => `
npm run bench -- [NAME ...] [EVENTS] [--keep FOLDER] [--compare FILE]

  NAME            a benchmark, by any part of its name: ${known.join(', ')}
  EVENTS          how many events the histories hold, for those that take it: 100000
  --keep FOLDER   keep prepared histories there, and use those that a run before left there
  --compare FILE  beside each figure, that of an earlier run, whose lines are in FILE: npm run bench > FILE`;

/** @throws CommandLineRefused */
export const readCommandLine = (given: readonly string[], known: readonly string[]): CommandLine => {
  const { values, positionals } = parsed(given, known);
  const words = positionals.filter((word) => !isNumber(word));
  const unknown = words.filter((word) => !known.some((name) => name.includes(word)));
  if (unknown.length > 0) {
    throw new CommandLineRefused(`No benchmark is called ${unknown.join(' or ')}.\n${usage(known)}`);
  }
  const events = positionals.filter(isNumber).map(Number).at(-1);
  return { words, events, keep: values.keep, compare: values.compare };
};

const isNumber = (word: string): boolean => /^[1-9]\d*$/.test(word);

const parsed = (given: readonly string[], known: readonly string[]) => {
  try {
    return parseArgs({
      args: [...given],
      options: { keep: { type: 'string' }, compare: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (cause) {
    throw new CommandLineRefused(`${(cause as Error).message}.\n${usage(known)}`, { cause });
  }
};
