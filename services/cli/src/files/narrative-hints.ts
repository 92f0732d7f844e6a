import { CountryCode } from '@demarche/contracts';
import { hintsFromFileName, type NarrativeHints } from '@demarche/report-parser';
import { type Command, InvalidArgumentError } from 'commander';

export interface HintOptions {
  readonly country?: string;
  readonly year?: number;
  readonly source?: string;
}

/** Adds the options that fill in what a file does not say. */
export const withHints = (command: Command): Command =>
  command
    .option('--country <code or name>', 'the country, where a file does not say it: TON, "Tonga"')
    .option('--year <year>', 'the year of the report, where a file does not say it', reportYear)
    .option('--source <address>', 'the web address a file was saved from, where it does not say it', webAddress);

/** What is said on the command line wins over what a file is called. */
export const hintsFor = (file: string, { country, year, source }: HintOptions): NarrativeHints => ({
  ...hintsFromFileName(file),
  ...(country === undefined ? {} : { country: codeOrName(country) }),
  ...(year === undefined ? {} : { reportYear: year }),
  ...(source === undefined ? {} : { sourceAddress: source }),
});

const codeOrName = (country: string): string =>
  CountryCode.safeParse(country.toUpperCase()).success ? country.toUpperCase() : country;

const reportYear = (text: string): number => {
  const year = Number(text);
  if (Number.isInteger(year) && year >= 2001 && year <= 2100) return year;
  throw new InvalidArgumentError('It must be a year from 2001 on; the first report came out in 2001.');
};

const webAddress = (text: string): string => {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It must be a web address that begins with http:// or https://.');
};
