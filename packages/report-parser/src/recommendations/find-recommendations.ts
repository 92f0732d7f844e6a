import type { CountryRegister } from '../country/country-register.ts';
import type { HeadingMark, Opening } from '../landmarks.ts';
import type { Notice } from '../parsed-narrative.ts';
import type { Block } from '../source/join-blocks.ts';
import type { SourceText } from '../source/source-line.ts';
import { type ClosedSection, closeSection } from './close-section.ts';
import { findAdvice } from './find-advice.ts';
import { type FoundSection, headedSections, partFlattened, sectionStart, unheadedSection } from './find-section.ts';
import { type Era, splitItems } from './split-items.ts';

export type Findings = {
  /** The blocks again: a flattened paragraph may have been parted. */
  blocks: readonly Block[];
  /** Every list found under a heading: more than one is more than one narrative. */
  sections: FoundSection[];
  section: FoundSection | null;
  closed: ClosedSection | null;
  warnings: Notice[];
};

type Marks = { headings: readonly HeadingMark[]; openings: readonly Opening[] };

export function findRecommendations(
  blocks: readonly Block[],
  landmarks: Marks,
  source: SourceText,
  register: CountryRegister,
): Findings {
  const headed = headedSections(blocks);
  const section = headed.at(-1);
  if (section !== undefined) {
    const sections = [...listBefore(blocks, landmarks, section), ...headed];
    return { blocks, sections, ...closed(blocks, section, source) };
  }
  return unheadedRecommendations(blocks, landmarks, source) ?? adviceOnly(blocks, landmarks, register);
}

function unheadedRecommendations(blocks: readonly Block[], marks: Marks, source: SourceText): Findings | null {
  const opening = marks.openings.at(-1);
  const start = opening?.block ?? marks.headings.at(-1)?.block;
  if (start === undefined) return null;
  const parted = partFlattened(blocks, start, opening?.sentence ?? null);
  const section = unheadedSection(parted, start);
  return section === null ? null : { blocks: parted, sections: [section], ...closed(parted, section, source) };
}

function adviceOnly(blocks: readonly Block[], { headings, openings }: Marks, register: CountryRegister): Findings {
  const nothing = { blocks, sections: [], section: null };
  if (openings.length === 0 && headings.length === 0) return { ...nothing, closed: null, warnings: [] };
  return { ...nothing, ...findAdvice(blocks, openings.at(-1) ?? null, register) };
}

const MORE_THAN_A_SLIP = 150;

/** A list that lost its heading, above one that has its own: the end of another narrative. */
function listBefore(blocks: readonly Block[], { openings }: Marks, section: FoundSection): FoundSection[] {
  const first = openings[0];
  const end = sectionStart(section);
  if (first === undefined || first.block >= end) return [];
  const above = partFlattened(blocks.slice(0, end), first.block, first.sentence);
  const list = unheadedSection(above, first.block);
  const length = list?.list.pieces.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  return list !== null && length > MORE_THAN_A_SLIP ? [list] : [];
}

type Closed = Pick<Findings, 'section' | 'closed' | 'warnings'>;

function closed(blocks: readonly Block[], section: FoundSection, source: SourceText): Closed {
  const split = splitItems(section.list.pieces, section.era ?? eraOf(blocks, section));
  const extract = blocks.some(({ text }) => /\bextracted\b/i.test(text.slice(0, 200)));
  const read = closeSection(split, section.list, { closed: source.closed, extract });
  const line = section.list.pieces[0]?.line ?? null;
  const lost = section.heading === null ? [headingLost(line)] : [];
  const confidence = lost.length > 0 && read.confidence === 'high' ? 'medium' : read.confidence;
  return {
    section,
    closed: { ...read, confidence },
    warnings: [...lost, ...read.warnings, ...unsure(split.unsure, line)],
  };
}

/** Which form of list the report had, by its manner of speaking, where no heading tells. */
function eraOf(blocks: readonly Block[], { list }: FoundSection): Era {
  const above = blocks
    .slice(0, list.firstBlock)
    .map(({ text }) => text)
    .join('\n')
    .slice(-20_000);
  if (/COVID-19|does not fully meet the minimum standards for the elimination of trafficking but\b/.test(above))
    return 'list';
  return /fully compl(?:y|ies) with the minimum standards/.test(above) ? 'semicolons' : null;
}

function headingLost(line: number | null): Notice {
  const message =
    'The copy lost the heading over the recommendations; the list was known by its wording. Please check where it begins and ends.';
  return { code: 'heading-lost', message, line };
}

function unsure(places: number, line: number | null): Notice[] {
  if (places === 0) return [];
  const message = `At ${places} ${places === 1 ? 'place' : 'places'} the wording does not tell whether one recommendation ends and another begins; the words were left together. Please check.`;
  return [{ code: 'separator-unsure', message, line }];
}
