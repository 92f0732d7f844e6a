import type { HeadingMark, Opening } from '../landmarks.ts';
import type { NarrativePart } from '../parsed-narrative.ts';
import type { FoundSection } from '../recommendations/find-section.ts';
import type { Block } from '../source/join-blocks.ts';
import { type Refusal, refusal } from './refusal.ts';

export type Marks = {
  blocks: readonly Block[];
  headings: readonly HeadingMark[];
  openings: readonly Opening[];
  sections: readonly FoundSection[];
};

type Start = {
  block: number;
  line: number;
  name: string;
  iso3: string | null;
  kind: 'heading' | 'opening' | 'section';
};

const SECOND_SOURCE = /^#\s*source:\s*\S/i;
const CONTENT = 60;

/** More than one narrative in the file. Which words belong to which country would be a guess. */
export function severalNarratives(marks: Marks): Refusal | null {
  const starts = narrativeStarts(marks);
  if (starts.length < 2) return null;
  const parts = partsOf(starts, marks.blocks);
  const list = parts.map(({ name, firstLine, lastLine }) => `${name} (lines ${firstLine} to ${lastLine})`).join(', ');
  const message = `The file holds ${parts.length} narratives: ${list}. Each must come in a file of its own; split it there.`;
  return { ...refusal('several-narratives', message, starts[1]?.line ?? null), parts };
}

/** One start per narrative: marks of one country that follow each other in the order of a narrative are one. */
function narrativeStarts(marks: Marks): Start[] {
  const starts: Start[] = [];
  let seen: Start[] = [];
  for (const mark of allMarks(marks)) {
    if (seen.length > 0 && !beginsAnother(seen, mark)) {
      seen.push(mark);
      continue;
    }
    starts.push(mark);
    seen = [mark];
  }
  return starts;
}

function allMarks({ blocks, headings, openings, sections }: Marks): Start[] {
  const marks: Start[] = [
    ...headings
      .filter(({ name, block }) => name !== null && hasContent(blocks, block))
      .map(({ block, line, name, iso3 }): Start => ({ block, line, name: name ?? '', iso3, kind: 'heading' })),
    ...openings.map(
      ({ block, line, subject }): Start => ({
        block,
        line,
        name: subject?.words ?? 'unnamed',
        iso3: subject?.iso3 ?? null,
        kind: 'opening',
      }),
    ),
    ...sections.map(({ heading, list }): Start => sectionMark(heading, list.firstBlock, blocks)),
    ...blocks.flatMap((block, index): Start[] =>
      SECOND_SOURCE.test(block.text)
        ? [{ block: index, line: block.line, name: 'another file', iso3: null, kind: 'heading' }]
        : [],
    ),
  ];
  return marks.sort((one, other) => one.block - other.block || order(one) - order(other));
}

function sectionMark(heading: FoundSection['heading'], first: number, blocks: readonly Block[]): Start {
  return {
    block: heading?.block ?? first,
    line: heading?.line ?? blocks[first]?.line ?? 1,
    name: heading?.name ?? 'unnamed',
    iso3: null,
    kind: 'section',
  };
}

function order({ kind }: Start): number {
  return kind === 'heading' ? 0 : kind === 'opening' ? 1 : 2;
}

function hasContent(blocks: readonly Block[], heading: number): boolean {
  const next = blocks[heading + 1];
  return next !== undefined && next.kind === 'text' && next.text.length >= CONTENT;
}

function beginsAnother(seen: readonly Start[], mark: Start): boolean {
  const others = seen.filter(({ iso3 }) => iso3 !== null && mark.iso3 !== null && iso3 !== mark.iso3);
  if (others.length > 0) return true;
  if (mark.name === 'another file') return true;
  const afterList = seen.some(({ kind }) => kind === 'section');
  if (afterList) return true;
  // A teaser may print the opening sentence above the narrative's own heading; what stood under a heading is no teaser.
  const opened = seen.findIndex(({ kind }) => kind === 'opening');
  const teaser =
    opened >= 0 && seen.every(({ kind }) => kind === 'opening') && mark.block - (seen[opened]?.block ?? 0) <= 4;
  return mark.kind === 'heading' && opened >= 0 && !teaser;
}

function partsOf(starts: readonly Start[], blocks: readonly Block[]): NarrativePart[] {
  const last = blocks.at(-1)?.starts.at(-1)?.line ?? 1;
  return starts.map(({ name, line }, index) => ({
    name,
    firstLine: index === 0 ? 1 : line,
    lastLine: (starts[index + 1]?.line ?? last + 1) - 1,
  }));
}
