import { CountryCode } from '@demarche/contracts';
import type { CountryEntry, NarrativeHints } from '@demarche/report-parser';
import { type Command, InvalidArgumentError } from 'commander';

/** A country as it is said on the command line: `TON`, `Tonga`, or `XKD=Kaldara` for one that no register holds. */
export interface SaidCountry {
  readonly hint: string;
  readonly entry?: CountryEntry;
}

export interface HintOptions {
  readonly split?: true;
  readonly country?: SaidCountry;
  readonly year?: number;
  readonly source?: string;
}

/** Adds the options that say what a file holds where it does not say so itself. */
export const withHints = (command: Command): Command =>
  command
    .option(
      '--country <code or name>',
      'the country, where a file does not say it: TON, Tonga, or XKD=Kaldara for one that no register holds',
      saidCountry,
    )
    .option('--year <year>', 'the year of the report, where a file does not say it', reportYear)
    .option('--source <address>', 'the web address a file was saved from, where it does not say it', webAddress)
    .option('--split', 'read each narrative of a file that holds several by itself, as FILE#1, FILE#2 and so on');

/** What is said on the command line of every file. */
export const hintsFor = ({ country, year, source }: HintOptions): NarrativeHints => ({
  ...(country === undefined ? {} : { country: country.hint }),
  ...(year === undefined ? {} : { reportYear: year }),
  ...(source === undefined ? {} : { sourceAddress: source }),
});

/** What is known of countries beside the register: by the system, and by whoever brings the files. */
export const countriesFor = (
  { country }: HintOptions,
  knownToSystem: readonly CountryEntry[] = [],
): readonly CountryEntry[] => (country?.entry ? [...knownToSystem, country.entry] : knownToSystem);

const saidCountry = (text: string): SaidCountry => {
  const [code = '', name] = text.split('=').map((part) => part.trim());
  const isCode = CountryCode.safeParse(code.toUpperCase()).success;
  if (name === undefined) return { hint: isCode ? code.toUpperCase() : text };
  if (isCode && name !== '') return { hint: code.toUpperCase(), entry: { iso3: code.toUpperCase(), name } };
  throw new InvalidArgumentError('It must be three letters, "=" and the name of the country, such as XKD=Kaldara.');
};

const reportYear = (text: string): number => {
  const year = Number(text);
  if (Number.isInteger(year) && year >= 2001 && year <= 2100) return year;
  throw new InvalidArgumentError('It must be a year from 2001 on; the first report came out in 2001.');
};

const webAddress = (text: string): string => {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It must be a web address that begins with http:// or https://.');
};
