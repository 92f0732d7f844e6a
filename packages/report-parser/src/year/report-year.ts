import type { TitleLine } from './title-lines.ts';

export type YearReading = { year: number; line: number | null; words: string; from: 'text' | 'address' };

const FIRST_REPORT = 2001;
const LAST_PLAUSIBLE = 2060;
const YEAR = '(20[0-6]\\d)';
const TITLES: readonly RegExp[] = [
  new RegExp(`\\b${YEAR}(?: Annual)? (?:Trafficking in Persons|TIP) Report`, 'i'),
  new RegExp(
    `\\b(?:Trafficking in Persons|TIP) Report(?:,| for| -| –| \\(|:)? ?(?:January|February|March|April|May|June|July|August|September|October|November|December)?,? ?(?:\\d{1,2}, )?${YEAR}`,
    'i',
  ),
];
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const PUBLISHED = new RegExp(
  `\\b(?:published|released|publication date|release date)\\b.{0,120}?(?:\\d{1,2} (?:${MONTH})|(?:${MONTH}) \\d{1,2}),? ${YEAR}`,
  'i',
);
const DATE_LINE = new RegExp(`^(?:(?:${MONTH}) \\d{1,2}, |\\d{1,2} (?:${MONTH}) )${YEAR}$`);
const NOT_THE_COVER = /\b(?:accessed|last updated|last modified|retrieved|archived|saved|printed)\b/i;
const ADDRESSES: readonly RegExp[] = [
  new RegExp(`\\b${YEAR}-trafficking-in-persons-report`, 'i'),
  new RegExp(`/tiprpt/(?:countries/)?${YEAR}\\b`, 'i'),
  new RegExp(`/usdos/${YEAR}/`, 'i'),
  new RegExp(`/trafficking-in-persons-report-${YEAR}\\b`, 'i'),
];

/** Every report year the page's own words give before the narrative begins, the surest kind first. */
export function yearsInText(lines: readonly TitleLine[], country: string | null): YearReading[] {
  const titled = lines.flatMap(inTitle);
  if (titled.length > 0) return ofTheCountry(titled, lines, country);
  const published = lines.flatMap(inPublication);
  if (published.length > 0) return published;
  const dated = underTheTitle(lines);
  return dated.length > 0 ? dated : lines.flatMap(inPrintedAddress);
}

/** Pages list other years and other countries: a title that names this country counts before those that do not. */
function ofTheCountry(titled: YearReading[], lines: readonly TitleLine[], country: string | null): YearReading[] {
  if (country === null) return titled;
  const name = country.toLowerCase();
  const naming = new Set(lines.filter(({ text }) => text.toLowerCase().includes(name)).map(({ number }) => number));
  const own = titled.filter(({ line }) => line !== null && naming.has(line));
  return own.length > 0 ? own : titled;
}

/** The foot or head of a printed page shows the address it was printed from. */
function inPrintedAddress(line: TitleLine): YearReading[] {
  const found = line.text.includes('http') ? yearInAddress(line.text.slice(0, 400)) : null;
  return found === null ? [] : [{ ...found, line: line.number, from: 'text' }];
}

function inTitle(line: TitleLine): YearReading[] {
  const text = line.text.slice(0, 400);
  for (const form of TITLES) {
    const found = form.exec(text);
    if (found !== null) return reading(found, line.number, 'text');
  }
  return [];
}

function inPublication(line: TitleLine): YearReading[] {
  const found = NOT_THE_COVER.test(line.text.slice(0, 40)) ? null : PUBLISHED.exec(line.text.slice(0, 400));
  return found === null ? [] : reading(found, line.number, 'text');
}

/** The old pages of state.gov print the date of release alone on a line under the title of the report. */
function underTheTitle(lines: readonly TitleLine[]): YearReading[] {
  const title = lines.findIndex(({ text }) => /^Trafficking in Persons Report\b/i.test(text));
  if (title < 0) return [];
  for (const line of lines.slice(title + 1, title + 8)) {
    const found = DATE_LINE.exec(line.text);
    if (found !== null) return reading(found, line.number, 'text');
  }
  return [];
}

export function yearInAddress(address: string | null): YearReading | null {
  if (address === null) return null;
  for (const form of ADDRESSES) {
    const found = form.exec(address);
    if (found !== null) return reading(found, null, 'address')[0] ?? null;
  }
  return null;
}

function reading(found: RegExpExecArray, line: number | null, from: 'text' | 'address'): YearReading[] {
  const year = Number(found[1]);
  return year < FIRST_REPORT || year > LAST_PLAUSIBLE ? [] : [{ year, line, words: found[0], from }];
}
