import type { CountryRegister } from '../country/country-register.ts';
import type { HeadingMark, Opening } from '../landmarks.ts';
import type { Notice } from '../parsed-narrative.ts';
import type { Block } from '../source/join-blocks.ts';
import type { SourceText } from '../source/source-line.ts';
import { type ClosedSection, closeSection } from './close-section.ts';
import { findAdvice } from './find-advice.ts';
import { type FoundSection, headedSections, partFlattened, unheadedSection } from './find-section.ts';
import { type Era, splitItems } from './split-items.ts';

export type Findings = {
  /** The blocks again: a flattened paragraph may have been parted. */
  blocks: Block[];
  /** Every list found under a heading: more than one is more than one narrative. */
  sections: FoundSection[];
  section: FoundSection | null;
  closed: ClosedSection | null;
  warnings: Notice[];
};

type Marks = { headings: readonly HeadingMark[]; openings: readonly Opening[] };

export function findRecommendations(
  blocks: readonly Block[],
  marks: Marks,
  source: SourceText,
  register: CountryRegister,
): Findings {
  const headed = headedSections(blocks);
  const section = headed.at(-1);
  if (section !== undefined) return found([...blocks], headed, section, source, []);
  const opening = marks.openings.at(-1);
  const start = opening?.block ?? marks.headings.at(-1)?.block;
  if (start === undefined) return { blocks: [...blocks], sections: [], section: null, closed: null, warnings: [] };
  const parted = partFlattened(blocks, start);
  const unheaded = unheadedSection(parted, start);
  if (unheaded !== null) return found(parted, [unheaded], unheaded, source, [headingLost(unheaded, parted)]);
  const advice = findAdvice(blocks, opening ?? null, register);
  return { blocks: [...blocks], sections: [], section: null, closed: advice.closed, warnings: advice.warnings };
}

function found(
  blocks: Block[],
  sections: FoundSection[],
  section: FoundSection,
  source: SourceText,
  before: Notice[],
): Findings {
  const era = section.era ?? eraOf(blocks, section);
  const split = splitItems(section.list.pieces, era);
  const end = { closed: source.closed, extract: blocks.some(({ text }) => /\bextracted\b/i.test(text.slice(0, 200))) };
  const closed = closeSection(split, section.list, end);
  const sure = section.heading === null && closed.confidence === 'high' ? 'medium' : closed.confidence;
  const warnings = [...before, ...closed.warnings, ...unsure(split.unsure, section.list.pieces[0]?.line ?? null)];
  return { blocks, sections, section, closed: { ...closed, confidence: sure }, warnings };
}

/** Which form of list the report had, by its manner of speaking, where no heading tells. */
function eraOf(blocks: readonly Block[], { list }: FoundSection): Era {
  const above = blocks
    .slice(0, list.firstBlock)
    .map(({ text }) => text)
    .join('\n')
    .slice(-20_000);
  return /COVID-19|does not fully meet the minimum standards for the elimination of trafficking but\b/.test(above)
    ? 'list'
    : null;
}

function headingLost({ list }: FoundSection, blocks: readonly Block[]): Notice {
  const line = list.pieces[0]?.line ?? blocks[list.firstBlock]?.line ?? null;
  const message =
    'The copy lost the heading over the recommendations; the list was known by its wording. Please check where it begins and ends.';
  return { code: 'heading-lost', message, line };
}

function unsure(places: number, line: number | null): Notice[] {
  if (places === 0) return [];
  const message = `At ${places} ${places === 1 ? 'place' : 'places'} the wording does not tell whether one recommendation ends and another begins; the words were left together. Please check.`;
  return [{ code: 'separator-unsure', message, line }];
}
