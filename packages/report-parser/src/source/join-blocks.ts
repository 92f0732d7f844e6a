import { openerOf } from '../recommendations/sentence-opener.ts';
import { isTerminated } from './sentences.ts';
import type { LineKind, SourceLine } from './source-line.ts';

/** Lines that belong together, joined as one running text: a paragraph, a list item, a heading. */
export type Block = {
  text: string;
  /** Where each line of it begins in the text. */
  starts: { offset: number; line: number }[];
  line: number;
  kind: LineKind;
  marked: boolean;
  gap: boolean;
};

const RUNNING_HEAD =
  /^(?:\d{1,3} ?)?(?:COUNTRY NARRATIVES|NARRATIVES COUNTRY|TRAFFICKING IN PERSONS REPORT(?: ?\|? ?(?:JUNE|JULY|SEPTEMBER)? ?\d{4})?)(?: ?\d{1,3})?$|^(?:page )?\d{1,3}$/i;

const CAPITALS_ALONE = /^\p{Lu}[\p{Lu} ,.'’&()*-]{2,45}$/u;

/** Undoes hard wrapping and page breaks: a line goes on in the next unless something says that it ends. */
export function joinBlocks(lines: readonly SourceLine[]): Block[] {
  const blocks: Block[] = [];
  let previous: SourceLine | null = null;
  for (const [index, line] of lines.entries()) {
    if (blocks.length > 2 && isPageHead(lines, index)) continue;
    const open = blocks.at(-1);
    if (open !== undefined && previous !== null && goesOn(open, previous, line)) append(open, previous, line);
    else blocks.push(begin(line));
    previous = line;
  }
  return blocks;
}

/** The head of a printed page, with the country's name that stands under or over it. On the first lines it is a title. */
function isPageHead(lines: readonly SourceLine[], index: number): boolean {
  if (isRunningHead(lines[index])) return true;
  const line = lines[index];
  if (line === undefined || line.kind !== 'text' || !CAPITALS_ALONE.test(line.text)) return false;
  return isRunningHead(lines[index - 1]) || isRunningHead(lines[index + 1]);
}

function isRunningHead(line: SourceLine | undefined): boolean {
  return line !== undefined && line.text.length < 60 && RUNNING_HEAD.test(line.text);
}

function begin(line: SourceLine): Block {
  const { text, number, kind, marked, gap } = line;
  return { text, starts: [{ offset: 0, line: number }], line: number, kind, marked, gap };
}

function goesOn(open: Block, previous: SourceLine, line: SourceLine): boolean {
  if (line.marked || line.kind !== 'text' || open.kind !== 'text') return false;
  return previous.glued || continues(previous.text, line);
}

function continues(previous: string, { text, gap }: SourceLine): boolean {
  const ended = isTerminated(previous);
  if (/^[a-z,;)]/.test(text)) return !gap || !ended;
  return !gap && !ended && !beginsAnew(previous, text);
}

const OPEN_END = /(?:^|\s)(?:the|a|an|of|to|and|or|in|for|with|by|on|at|from|as|that|their|its|Act|Law|[A-Z]\S*|\d+)$/;

/** A line that can only be a beginning, under one that could be an end although no full stop says so. */
function beginsAnew(previous: string, text: string): boolean {
  if (/^(?:["“]?The Government of )/.test(text)) return !/(?:^|\s)(?:the|a|of|to|and|or|in|by|that)$/.test(previous);
  return !OPEN_END.test(previous) && !previous.endsWith(',') && /^[A-Z]/.test(text) && openerOf(text) === 'imperative';
}

function append(open: Block, previous: SourceLine, line: SourceLine): void {
  const close = previous.glued || (/[\p{L}]-$/u.test(previous.text) && /^\p{L}/u.test(line.text));
  const joint = close ? '' : ' ';
  open.starts.push({ offset: open.text.length + joint.length, line: line.number });
  open.text += joint + line.text;
}

/** The line of the file that a place in a block's text stands on. */
export function lineAt(block: Pick<Block, 'starts' | 'line'>, offset: number): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((block.starts[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return block.starts[low]?.line ?? block.line;
}
