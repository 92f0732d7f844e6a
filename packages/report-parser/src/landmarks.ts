import type { CountryRegister } from './country/country-register.ts';
import type { CountryMatch } from './country/match-country.ts';
import { type Block, lineAt } from './source/join-blocks.ts';
import { sentencesOf } from './source/sentences.ts';
import { isStandardsSentence, subjectOf } from './tier/standards-sentence.ts';
import { type TierHeading, tierHeadings } from './tier/tier-heading.ts';

/** A sentence that places a government against the minimum standards: every rated narrative has exactly one. */
export type Opening = {
  block: number;
  line: number;
  sentence: string;
  terminated: boolean;
  subject: CountryMatch | null;
};

export type HeadingMark = TierHeading & { block: number; line: number };

export type Landmarks = { blocks: readonly Block[]; headings: readonly HeadingMark[]; openings: readonly Opening[] };

export function findLandmarks(blocks: readonly Block[], register: CountryRegister): Landmarks {
  return { blocks, headings: headingsIn(blocks, register), openings: openingsIn(blocks, register) };
}

function openingsIn(blocks: readonly Block[], register: CountryRegister): Opening[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'text' || !block.text.includes('minimum standards')) return [];
    return sentencesOf(block.text)
      .filter(({ text }) => isStandardsSentence(text))
      .map(({ text, offset, terminated }) => ({
        block: index,
        line: lineAt(block, offset),
        sentence: text,
        terminated: terminated || index < blocks.length - 1,
        subject: subjectOf(text, register),
      }));
  });
}

function headingsIn(blocks: readonly Block[], register: CountryRegister): HeadingMark[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'tier-heading') return [];
    const heading = tierHeadings(block.text, register)[0];
    return heading === undefined ? [] : [{ ...heading, block: index, line: block.line }];
  });
}

/** The heading the narrative stands under: the last one before its opening sentence, or before its list. */
export function headingOver(headings: readonly HeadingMark[], before: number): HeadingMark | null {
  const above = headings.filter(({ block }) => block <= before);
  const named = above.filter(({ name }) => name !== null).at(-1);
  if (named !== undefined) return named;
  // "Tier 2" alone on a line is a heading; several different ones are a menu or a legend.
  const values = new Set(above.map(({ value }) => value));
  return values.size === 1 ? (above.at(-1) ?? null) : null;
}
