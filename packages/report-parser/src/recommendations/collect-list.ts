import type { Block } from '../source/join-blocks.ts';
import { isTerminated } from '../source/sentences.ts';
import { type ListPiece, piecesOf } from './list-piece.ts';
import { cannotOpen, type Opener, openerOf } from './sentence-opener.ts';

/** Why the list ended where it did. Only `end-of-text` leaves it open whether more items followed. */
type ListEnd = 'heading' | 'prose' | 'list-closed' | 'furniture' | 'end-of-text';

export type CollectedList = {
  pieces: ListPiece[];
  firstBlock: number;
  /** The first block after the list. */
  endBlock: number;
  end: ListEnd;
};

const SHORT = 60;

/** The blocks of a list of recommendations from its first one on. */
export function collectList(blocks: readonly Block[], from: number): CollectedList {
  const pieces: ListPiece[] = [];
  const last = blocks.findLastIndex(({ kind }) => kind !== 'list-end');
  let closed = false;
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.kind === 'list-end') {
      closed = pieces.some(({ marked }) => marked);
      continue;
    }
    const end = endAt(block, pieces, closed, index === last);
    if (end !== null) return { pieces, firstBlock: from, endBlock: index, end };
    for (const piece of piecesOf(block)) pieces.push(piece);
    closed = false;
  }
  return { pieces, firstBlock: from, endBlock: blocks.length, end: closed ? 'list-closed' : 'end-of-text' };
}

function endAt(block: Block, pieces: readonly ListPiece[], closed: boolean, last: boolean): ListEnd | null {
  if (block.kind !== 'text') return 'heading';
  if (block.marked) return closed && isFurniture(block.text) ? 'furniture' : null;
  return closed ? 'list-closed' : unmarkedEnd(block, pieces.at(-1), last);
}

function unmarkedEnd(block: Block, before: ListPiece | undefined, last: boolean): ListEnd | null {
  const opener = openerOf(block.text);
  if (last) return opener === 'prose' && !isCutWord(block.text) ? 'prose' : null;
  if (opener === 'prose') return 'prose';
  return before === undefined || /[;,]$/.test(before.text) ? null : endBehind(before, block, opener);
}

function endBehind(before: ListPiece, block: Block, opener: Opener): ListEnd | null {
  if (isTerminated(before.text) && isFurniture(block.text)) return 'furniture';
  return opener === 'unknown' && cannotOpen(block.text) ? 'prose' : null;
}

/** The first letters of a word at which the text was cut: of an item as likely as of the prose behind the list. */
function isCutWord(text: string): boolean {
  return text.length < 12 && !/[\s.]/.test(text);
}

/** Short and without an end: a link ("Share this page"), a label, the head of something else. */
function isFurniture(text: string): boolean {
  if (text.length >= SHORT || isTerminated(text) || /[;,]$/.test(text)) return false;
  return openerOf(text) !== 'imperative' || text.split(' ').length < 4;
}
