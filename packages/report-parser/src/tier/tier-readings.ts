import type { CountryRegister } from '../country/country-register.ts';
import type { HeadingMark, Opening } from '../landmarks.ts';
import { type Block, lineAt } from '../source/join-blocks.ts';
import { sentencesOf } from '../source/sentences.ts';
import type { TierReadings } from './decide-tier.ts';
import { type Outcome, outcomesIn } from './outcome-sentence.ts';

export type TierZone = {
  /** The blocks from the heading to the recommendations. */
  blocks: readonly Block[];
  heading: HeadingMark | null;
  opening: Opening | null;
  /** Something of the narrative follows the zone. */
  followed: boolean;
};

const WAIVER =
  /\b(?:granted|given|received|issued) (?:a |an |another |its |consecutive )*waivers?\b|\bwaivers? (?:of|from|to) (?:an |the )?otherwise required\b|\bnot placed on Tier 3 per\b/i;
const MAY_PLACE = /tier|special case/i;

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
  };
}

function outcomesInBlock(block: Block, register: CountryRegister): (Outcome & { line: number })[] {
  if (block.kind !== 'text' || !MAY_PLACE.test(block.text)) return [];
  return sentencesOf(block.text).flatMap((sentence) =>
    outcomesIn(sentence, register).map((outcome) => ({ ...outcome, line: lineAt(block, sentence.offset) })),
  );
}
