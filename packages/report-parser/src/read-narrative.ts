import { countryReadings } from './country/country-readings.ts';
import { type CountryRegister, countryRegister } from './country/country-register.ts';
import { decideCountry } from './country/decide-country.ts';
import { type HeadingMark, headingOver, headingsIn, type Opening, openingsIn } from './landmarks.ts';
import type { NarrativeInput } from './narrative-input.ts';
import { nothingRead, type Reading } from './reading.ts';
import { type Findings, findRecommendations } from './recommendations/find-recommendations.ts';
import { interleavedColumns } from './refusals/interleaved-columns.ts';
import { notANarrative } from './refusals/not-a-narrative.ts';
import type { Refusal } from './refusals/refusal.ts';
import { severalNarratives } from './refusals/several-narratives.ts';
import { openFile } from './refusals/unreadable-file.ts';
import { breakLines } from './source/break-lines.ts';
import { type Block, joinBlocks } from './source/join-blocks.ts';
import { readSource } from './source/read-source.ts';
import type { SourceLine, SourceText } from './source/source-line.ts';
import { decideTier } from './tier/decide-tier.ts';
import { tierReadings } from './tier/tier-readings.ts';
import { decideYear } from './year/decide-year.ts';
import { yearInAddress, yearsInText } from './year/report-year.ts';
import { unlikelyYear } from './year/unlikely-year.ts';

type Landmarks = { blocks: Block[]; headings: HeadingMark[]; openings: Opening[] };

/** Reads a file once; what is printed, previewed and explained is all taken from this. */
export function readNarrative(input: NarrativeInput): Reading {
  const hinted = input.hints?.sourceAddress ?? null;
  const opened = openFile(input);
  if ('refused' in opened) return nothingRead(opened.refused, hinted);
  const register = countryRegister(input.countries);
  const source = readSource(opened.decoded.text);
  const reading = readText(source, input, register);
  if (opened.decoded.repaired) {
    const message = 'The characters of this file had been saved in the wrong encoding and were put right.';
    reading.warnings.push({ code: 'encoding-repaired', message, line: null });
  }
  return reading;
}

function readText(source: SourceText, input: NarrativeInput, register: CountryRegister): Reading {
  const lines = breakLines(source.lines, register);
  const blocks = joinBlocks(lines);
  const marks: Landmarks = { blocks, headings: headingsIn(blocks, register), openings: openingsIn(blocks, register) };
  const findings = findRecommendations(blocks, marks, source, register);
  const all = { ...marks, blocks: findings.blocks, sections: findings.sections };
  const refused =
    interleavedColumns(source.lines, register) ?? severalNarratives(all) ?? unrecognised(marks, findings, source);
  return assemble({ source, input, register, lines, marks, findings, refused });
}

/** A list of recommendations alone makes no narrative: the text must be on trafficking, too. */
function unrecognised({ headings, openings }: Landmarks, { section }: Findings, source: SourceText): Refusal | null {
  if (openings.length > 0) return null;
  const onTopic = source.lines.some(({ text }) => /traffick/i.test(text));
  if (onTopic && (section?.heading != null || headings.some(({ name }) => name !== null))) return null;
  return notANarrative(source);
}

type Assembly = {
  source: SourceText;
  input: NarrativeInput;
  register: CountryRegister;
  lines: readonly SourceLine[];
  marks: Landmarks;
  findings: Findings;
  refused: Refusal | null;
};

function assemble({ source, input, register, marks, findings, refused }: Assembly): Reading {
  const { blocks, section, closed } = findings;
  const opening = marks.openings.at(-1) ?? null;
  const end = section?.heading?.block ?? section?.list.firstBlock ?? opening?.block ?? blocks.length;
  const heading = headingOver(marks.headings, end);
  const address = source.address ?? input.hints?.sourceAddress ?? null;
  const zone = tierZone(blocks, heading, opening, section);
  const readings = tierReadings(zone, register);
  const tier = decideTier(readings);
  const titles = titleLines(source, lastTitleLine(heading, opening, section));
  const year = decideYear(
    yearsInText(titles.map(asLine)),
    address === null ? null : yearInAddress(address),
    input.hints?.reportYear,
  );
  const named = countryReadings({ heading, opening, outcome: readings.outcome, section, titles, address }, register);
  const country = decideCountry(named, year.reportYear, input.hints?.country, register);
  const unlikely = unlikelyYear(year.reportYear, narrativeText(blocks), year.line);
  const warnings = [
    ...country.warnings,
    ...year.warnings,
    ...(unlikely === null ? [] : [unlikely]),
    ...(tier.warning === null ? [] : [tier.warning]),
    ...openedTwice(marks.openings),
    ...(refused === null ? findings.warnings : []),
  ];
  return {
    source,
    blocks,
    heading,
    opening,
    section,
    closed,
    country,
    year,
    tier,
    sourceAddress: address,
    warnings,
    refused,
  };
}

/** From the heading, or from the top of the text when it has none, to the recommendations or the first section. */
function tierZone(
  blocks: readonly Block[],
  heading: HeadingMark | null,
  opening: Opening | null,
  section: Reading['section'],
) {
  const from = heading?.block ?? 0;
  const listed = section?.heading?.block ?? section?.list.firstBlock;
  const after = blocks.findIndex(
    (block, index) => index > from && block.kind === 'section-heading' && index > (opening?.block ?? from),
  );
  const to = listed ?? (after < 0 ? blocks.length : after);
  return { blocks: blocks.slice(from, to), heading, opening, followed: to < blocks.length };
}

type TitleLine = Pick<SourceLine, 'text' | 'number'>;

/** A collector's note on where the text comes from may go on for some lines behind the heading. */
function lastTitleLine(heading: HeadingMark | null, opening: Opening | null, section: Reading['section']): number {
  if (heading === null) return opening?.line ?? section?.heading?.line ?? 1;
  return opening === null || opening.line < heading.line ? heading.line : Math.min(heading.line + 3, opening.line);
}

/** The lines down to the narrative's first, and the title of the page. */
function titleLines(source: SourceText, firstLine: number): TitleLine[] {
  const above = source.lines.filter(({ number, kind }) => number <= firstLine && kind === 'text').slice(-80);
  const title = source.title === null ? [] : [{ text: source.title.text, number: source.title.line }];
  return [...title, ...above];
}

function asLine({ text, number }: TitleLine): SourceLine {
  return { text, number, marked: false, gap: false, glued: false, wide: false, kind: 'text' };
}

function narrativeText(blocks: readonly Block[]): string {
  return blocks
    .slice(0, 80)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 20_000);
}

function openedTwice(openings: readonly Opening[]): Reading['warnings'] {
  const [first, second] = openings;
  if (first === undefined || second === undefined) return [];
  const message = `The opening sentence of a narrative stands more than once (lines ${first.line} and ${second.line}). The last was taken; please check.`;
  return [{ code: 'opening-repeated', message, line: second.line }];
}
