import type { CountryRegister } from '../country/country-register.ts';
import { type HeadingMark, headingOver, type Landmarks, type Opening } from '../landmarks.ts';
import { type FoundSection, sectionStart } from '../recommendations/find-section.ts';
import { type Block, lineAt } from '../source/join-blocks.ts';
import { sentencesOf } from '../source/sentences.ts';
import type { TierReadings } from './choose-tier.ts';
import { type Outcome, outcomesIn } from './outcome-sentence.ts';
import { mayNameTier } from './tier-words.ts';

/** The part of the file that the tier is stated in: from its heading to the recommendations or the first section. */
export type TierZone = {
  blocks: readonly Block[];
  heading: HeadingMark | null;
  opening: Opening | null;
  /** Something of the narrative follows the zone. */
  followed: boolean;
};

export function tierZone(landmarks: Landmarks, section: FoundSection | null, register: CountryRegister): TierZone {
  const { blocks, openings } = landmarks;
  const opening = openings.at(-1) ?? null;
  const heading = headingOfZone(landmarks, section, register);
  const from = heading === null ? 0 : heading.block;
  const afterOpening = opening === null ? from : Math.max(from, opening.block);
  const to = section === null ? firstSection(blocks, afterOpening) : sectionStart(section);
  return { blocks: blocks.slice(from, to), heading, opening, followed: to < blocks.length };
}

function headingOfZone(
  { blocks, headings, openings }: Landmarks,
  section: FoundSection | null,
  register: CountryRegister,
): HeadingMark | null {
  const end = section === null ? (openings.at(-1)?.block ?? blocks.length) : sectionStart(section);
  const heading = headingOver(headings, end);
  return heading !== null && isForeign(heading, section, register) ? null : heading;
}

function firstSection(blocks: readonly Block[], after: number): number {
  const found = blocks.findIndex(({ kind }, index) => index > after && kind === 'section-heading');
  return found < 0 ? blocks.length : found;
}

/** A heading that names another country than the list does is an entry of a menu, not this narrative's. */
function isForeign(heading: HeadingMark, section: FoundSection | null, register: CountryRegister): boolean {
  const named = section?.heading?.name ?? null;
  const listed = named === null ? undefined : register.find(named);
  return listed !== undefined && heading.iso3 !== null && heading.iso3 !== listed;
}

const WAIVER =
  /\b(?:granted|given|received|issued) (?:a |an |another |its |consecutive )*waivers?\b|\bwaivers? (?:of|from|to) (?:an |the )?otherwise required\b|\bnot placed on Tier 3 per\b/i;

/** What the heading, the sentence on the standards and the sentence on the placement each say. */
export function tierReadings(
  { blocks, heading, opening, followed }: TierZone,
  register: CountryRegister,
): TierReadings {
  const outcomes = blocks.flatMap((block) => outcomesInBlock(block, register));
  const standards =
    opening === null ? null : { sentence: opening.sentence, line: opening.line, terminated: opening.terminated };
  return {
    heading,
    standards,
    outcome: outcomes.at(-1) ?? null,
    waiver: blocks.some(({ text }) => WAIVER.test(text)),
    paragraphClosed: followed,
    headingLast: heading !== null && blocks.length <= 1 && !followed,
  };
}

function outcomesInBlock(block: Block, register: CountryRegister): (Outcome & { line: number })[] {
  if (block.kind !== 'text' || !mayNameTier(block.text)) return [];
  return sentencesOf(block.text).flatMap((sentence) =>
    outcomesIn(sentence, register).map((outcome) => ({ ...outcome, line: lineAt(block, sentence.offset) })),
  );
}
