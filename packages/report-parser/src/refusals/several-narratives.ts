import type { CountryRegister } from '../country/country-register.ts';
import type { HeadingMark, Opening } from '../landmarks.ts';
import type { NarrativePart } from '../parsed-narrative.ts';
import { type FoundSection, sectionStart } from '../recommendations/find-section.ts';
import type { Block } from '../source/join-blocks.ts';
import { type Refusal, refusal } from './refusal.ts';

export type Marks = {
  blocks: readonly Block[];
  headings: readonly HeadingMark[];
  openings: readonly Opening[];
  sections: readonly FoundSection[];
};

/** A place where a narrative, or a part that each has once, begins. */
type Mark = {
  block: number;
  line: number;
  name: string;
  iso3: string | null;
  kind: 'file' | 'heading' | 'opening' | 'section';
};

const SECOND_SOURCE = /^#\s*source:\s*\S/i;
const CONTENT = 60;
const MOST_NAMED = 12;
const TEASER_REACH = 4;
const NARRATIVE_LENGTH = 300;
const ORDER: readonly Mark['kind'][] = ['file', 'heading', 'opening', 'section'];

/** More than one narrative in the file. Which words belong to which country would be a guess. */
export function severalNarratives(marks: Marks, register: CountryRegister): Refusal | null {
  const starts = narrativeStarts(allMarks(marks, register), marks.blocks);
  if (starts.length < 2) return null;
  const parts = partsOf(starts, marks.blocks);
  const list = parts
    .slice(0, MOST_NAMED)
    .map(({ name, firstLine, lastLine }) => `${name} (lines ${firstLine} to ${lastLine})`)
    .join(', ');
  const message = `The file holds ${parts.length} narratives: ${list}. Each must come in a file of its own; split it there.`;
  return { ...refusal('several-narratives', message, starts[1]?.line ?? null), parts };
}

/** One start per narrative: marks that follow each other in the order of one narrative belong to it. */
function narrativeStarts(marks: readonly Mark[], blocks: readonly Block[]): Mark[] {
  const starts: Mark[] = [];
  let seen: Mark[] = [];
  for (const mark of marks) {
    if (seen.length > 0 && !beginsAnother(seen, mark, blocks)) {
      seen.push(mark);
      continue;
    }
    starts.push(mark);
    seen = [mark];
  }
  return starts;
}

function allMarks({ blocks, headings, openings, sections }: Marks, register: CountryRegister): Mark[] {
  const marks: Mark[] = [
    ...blocks.flatMap((block, index) => secondSource(block, index)),
    ...headings.flatMap((heading) => headingMark(heading, blocks)),
    ...openings.map(openingMark),
    ...sections.map((section) => sectionMark(section, blocks, register)),
  ];
  return marks.sort((one, other) => one.block - other.block || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

function secondSource({ text, line }: Block, block: number): Mark[] {
  return SECOND_SOURCE.test(text) ? [{ block, line, name: 'another file', iso3: null, kind: 'file' }] : [];
}

/** A heading with nothing under it is an entry of a menu. */
function headingMark({ name, block, line, iso3 }: HeadingMark, blocks: readonly Block[]): Mark[] {
  const next = blocks[block + 1];
  if (name === null || next?.kind !== 'text' || next.text.length < CONTENT) return [];
  return [{ block, line, name, iso3, kind: 'heading' }];
}

function openingMark({ block, line, subject }: Opening): Mark {
  return { block, line, name: subject?.words ?? 'a narrative', iso3: subject?.iso3 ?? null, kind: 'opening' };
}

function sectionMark(section: FoundSection, blocks: readonly Block[], register: CountryRegister): Mark {
  const block = sectionStart(section);
  const name = section.heading?.name ?? 'a list of recommendations';
  const line = blocks[block]?.line ?? 1;
  return { block, line, name, iso3: register.find(name) ?? null, kind: 'section' };
}

function beginsAnother(seen: readonly Mark[], mark: Mark, blocks: readonly Block[]): boolean {
  if (mark.kind === 'file') return true;
  if (seen.some(({ iso3 }) => iso3 !== null && mark.iso3 !== null && iso3 !== mark.iso3)) {
    return !isMisheaded(seen, mark, blocks);
  }
  if (seen.some(({ kind }) => kind === 'section')) return true;
  if (mark.kind === 'heading') return headingBegins(seen, mark, blocks);
  return mark.kind === 'opening' && seen.some(({ kind }) => kind === 'opening');
}

/** A heading right over the opening sentence of another country's narrative is a contradiction, not a narrative. */
function isMisheaded(seen: readonly Mark[], mark: Mark, blocks: readonly Block[]): boolean {
  const [heading, ...more] = seen;
  if (heading?.kind !== 'heading' || more.length > 0 || mark.kind !== 'opening') return false;
  const between = blocks.slice(heading.block + 1, mark.block).reduce((sum, { text }) => sum + text.length, 0);
  return between < CONTENT;
}

/** A second heading of the same country ends a narrative, unless only a teaser or a note stands before it. */
function headingBegins(seen: readonly Mark[], mark: Mark, blocks: readonly Block[]): boolean {
  const first = seen[0]?.block ?? 0;
  if (seen.every(({ kind }) => kind === 'opening')) return mark.block - first > TEASER_REACH;
  const between = blocks.slice(first, mark.block).reduce((sum, { text }) => sum + text.length, 0);
  return between > NARRATIVE_LENGTH;
}

function partsOf(starts: readonly Mark[], blocks: readonly Block[]): NarrativePart[] {
  const last = blocks.at(-1)?.starts.at(-1)?.line ?? 1;
  return starts.map(({ name, line }, index) => ({
    name,
    firstLine: index === 0 ? 1 : line,
    lastLine: Math.max(line, (starts[index + 1]?.line ?? last + 1) - 1),
  }));
}
