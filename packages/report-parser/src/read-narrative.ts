import { countryReadings } from './country/country-readings.ts';
import { type CountryRegister, countryRegister } from './country/country-register.ts';
import { decideCountry } from './country/decide-country.ts';
import { findLandmarks, type Landmarks } from './landmarks.ts';
import type { NarrativeInput } from './narrative-input.ts';
import type { Notice } from './parsed-narrative.ts';
import { nothingRead, type Reading } from './reading.ts';
import { type Findings, findRecommendations } from './recommendations/find-recommendations.ts';
import { notANarrative } from './refusals/not-a-narrative.ts';
import { readingOrder } from './refusals/reading-order.ts';
import { severalNarratives } from './refusals/several-narratives.ts';
import { openFile } from './refusals/unreadable-file.ts';
import { breakLines } from './source/break-lines.ts';
import { joinBlocks } from './source/join-blocks.ts';
import { readSource } from './source/read-source.ts';
import type { SourceText } from './source/source-line.ts';
import { decideTier, type TierDecision } from './tier/decide-tier.ts';
import { type TierZone, tierReadings, tierZone } from './tier/tier-readings.ts';
import { repeatedLandmarks } from './warnings/repeated-landmarks.ts';
import { decideYear, type YearDecision } from './year/decide-year.ts';
import { yearInAddress, yearsInText } from './year/report-year.ts';
import { type TitleLine, titleLines } from './year/title-lines.ts';
import { unlikelyYear } from './year/unlikely-year.ts';

/** Reads a file once; what is printed, previewed and explained is all taken from this. */
export function readNarrative(input: NarrativeInput): Reading {
  const opened = openFile(input);
  if ('refused' in opened) return nothingRead(opened.refused, input.hints?.sourceAddress ?? null);
  const reading = readText(readSource(opened.decoded.text), input, countryRegister(input.countries));
  if (opened.decoded.repaired) {
    const message = 'The characters of this file had been saved in the wrong encoding and were put right.';
    reading.warnings.push({ code: 'encoding-repaired', message, line: null });
  }
  return reading;
}

function readText(source: SourceText, input: NarrativeInput, register: CountryRegister): Reading {
  const joined = joinBlocks(breakLines(source.lines, register));
  const found = findLandmarks(joined, register);
  const findings = findRecommendations(joined, found, source, register);
  const landmarks = { ...found, blocks: findings.blocks };
  const items = findings.section === null ? [] : listedItems(findings);
  const order = readingOrder(source.lines, { items, firstLine: firstLine(landmarks) }, register);
  const refused =
    order.refused ??
    severalNarratives({ ...landmarks, sections: findings.sections }, register) ??
    (isNarrative(source, landmarks, findings) ? null : notANarrative(source));
  const read = readFields(source, landmarks, findings, { input, register });
  return { ...read, warnings: [...read.warnings, ...order.warnings], refused };
}

/** The items of a list, the unsure places among them counted as an item that cannot be one. */
function listedItems({ closed, warnings }: Findings): string[] {
  const items = closed?.items.map(({ text }) => text) ?? [];
  return warnings.some(({ code }) => code === 'separator-unsure') ? [...items, ''] : items;
}

/** A few lines above whatever of a narrative comes first. */
function firstLine({ headings, openings }: Landmarks): number {
  const marks = [...headings.slice(0, 1), ...openings.slice(0, 1)].map(({ line }) => line - 20);
  return marks.length === 0 ? 1 : Math.min(...marks);
}

/** A heading or a list alone makes no narrative: the text must be on trafficking, too. */
function isNarrative(source: SourceText, { headings, openings }: Landmarks, { section }: Findings): boolean {
  if (openings.length > 0) return true;
  const headed = section?.heading != null || headings.some(({ name }) => name !== null);
  return headed && source.lines.some(({ text }) => /traffick/i.test(text));
}

type Context = { input: NarrativeInput; register: CountryRegister };

function readFields(source: SourceText, landmarks: Landmarks, findings: Findings, context: Context): Reading {
  const { section, closed } = findings;
  const zone = tierZone(landmarks, section, context.register);
  const readings = tierReadings(zone, context.register);
  const tier = decideTier(readings);
  const titles = titleLines(source, zone, section);
  const address = source.address ?? context.input.hints?.sourceAddress ?? null;
  const year = yearOf(titles, zone, address, context);
  const named = countryReadings({ zone, outcome: readings.outcome, section, titles, address }, context.register);
  const country = decideCountry(named, year.reportYear, context.input.hints?.country, context.register);
  const warnings = [
    ...country.warnings,
    ...year.warnings,
    ...unlikelyYear(year, landmarks.blocks),
    ...tier.warnings,
    ...repeatedLandmarks(landmarks),
    ...listWarnings(findings, tier),
  ];
  const { heading, opening } = zone;
  const read = { source, blocks: landmarks.blocks, heading, opening, section, closed, country, year, tier };
  return { ...read, sourceAddress: address, warnings, refused: null };
}

function yearOf(
  titles: TitleLine[],
  { heading, opening }: TierZone,
  address: string | null,
  { input }: Context,
): YearDecision {
  const named = heading?.name ?? opening?.subject?.words ?? null;
  return decideYear(yearsInText(titles, named), yearInAddress(address), input.hints?.reportYear);
}

/** A special case has no list of its own, so that none is missed. */
function listWarnings({ warnings }: Findings, { tier }: TierDecision): Notice[] {
  if (tier?.value !== 'special-case') return warnings;
  return warnings.filter(({ code }) => code !== 'recommendations-not-shown');
}
