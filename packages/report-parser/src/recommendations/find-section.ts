import { recommendationsHeading } from '../source/heading-words.ts';
import { type Block, lineAt } from '../source/join-blocks.ts';
import { isTerminated, sentencesOf } from '../source/sentences.ts';
import { type CollectedList, collectList } from './collect-list.ts';
import { openerOf } from './sentence-opener.ts';
import type { Era } from './split-items.ts';

export type FoundSection = {
  list: CollectedList;
  /** Null when the copy lost the heading and the list was known by its wording. */
  heading: { text: string; name: string | null; line: number; block: number } | null;
  era: Era;
};

/** The block the section begins with: its heading, or its first item where the heading is lost. */
export function sectionStart({ heading, list }: FoundSection): number {
  return heading?.block ?? list.firstBlock;
}

/** Every list under a heading for recommendations; a menu's heading words have none under them. */
export function headedSections(blocks: readonly Block[]): FoundSection[] {
  const sections = allHeaded(blocks);
  // "Recommendations for you" over the links of a news site is a heading with a list, too, but of no advice.
  const advising = sections.filter(({ list }) => list.pieces.some(({ text }) => openerOf(text) === 'imperative'));
  return advising.length > 0 ? advising : sections;
}

function allHeaded(blocks: readonly Block[]): FoundSection[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'recommendations-heading') return [];
    const list = collectList(blocks, index + 1);
    if (list.pieces.length === 0) return [];
    const read = recommendationsHeading(block.text);
    const heading = { text: block.text, name: read?.name ?? null, line: block.line, block: index };
    return [{ list, heading, era: read?.era ?? null }];
  });
}

const LAW_ENFORCEMENT =
  /^(?:The .{0,60}?(?:government|authorities)|Authorities)\b.{0,80}?\b(?:law enforcement|prosecution) efforts\b/;
const LONG_ENOUGH = 40;

/** Where headings were lost: the first block after the tier's paragraph that opens as a recommendation does. */
export function unheadedSection(blocks: readonly Block[], afterTier: number): FoundSection | null {
  for (const [index, block] of blocks.entries()) {
    if (index <= afterTier) continue;
    if (endsSearch(block)) return null;
    if (!mayBeginList(block, index === blocks.length - 1)) continue;
    const list = collectList(blocks, index);
    if (isList(list)) return { list, heading: null, era: null };
  }
  return null;
}

function endsSearch({ kind, text }: Block): boolean {
  return kind === 'section-heading' || kind === 'recommendations-heading' || LAW_ENFORCEMENT.test(text.slice(0, 200));
}

function mayBeginList(block: Block, last: boolean): boolean {
  if (block.kind !== 'text' || openerOf(block.text) !== 'imperative') return false;
  return last || block.marked || isTerminated(block.text) || block.text.length > LONG_ENOUGH;
}

function isList(list: CollectedList): boolean {
  const length = list.pieces.reduce((sum, { text }) => sum + text.length, 0);
  return list.pieces.length > 1 || length > LONG_ENOUGH || list.end === 'end-of-text';
}

/**
 * A page flattened so far that the list follows the tier's sentences within one paragraph: the paragraph is parted
 * before the first sentence that opens with a bare verb, which prose never does. The blocks come back parted.
 */
export function partFlattened(blocks: readonly Block[], from: number, opening: string | null): Block[] {
  const block = blocks[from];
  if (block === undefined || block.kind !== 'text') return [...blocks];
  const after = opening === null ? 0 : block.text.indexOf(opening) + opening.length;
  const first = sentencesOf(block.text).find(
    ({ text, offset }) => offset > 0 && offset >= after && openerOf(text) === 'imperative',
  );
  return first === undefined ? [...blocks] : parted(blocks, from, first.offset);
}

function parted(blocks: readonly Block[], at: number, offset: number): Block[] {
  const block = blocks[at];
  if (block === undefined) return [...blocks];
  const line = lineAt(block, offset);
  const later = block.starts
    .filter((start) => start.offset > offset)
    .map((start) => ({ offset: start.offset - offset, line: start.line }));
  const list = {
    ...block,
    text: block.text.slice(offset),
    starts: [{ offset: 0, line }, ...later],
    line,
    marked: false,
    gap: true,
  };
  return [
    ...blocks.slice(0, at),
    { ...block, text: block.text.slice(0, offset).trim() },
    list,
    ...blocks.slice(at + 1),
  ];
}
