import { type Block, lineAt } from '../source/join-blocks.ts';

/** A stretch of the list that surely holds no border between items but those its own wording shows. */
export type ListPiece = {
  text: string;
  starts: Block['starts'];
  line: number;
  marked: boolean;
  /** It was joined from several lines, so that a line's end in it says nothing. */
  wrapped: boolean;
};

const BULLET = /\s*[•▪●◦‣∙■□►▶➢➤\uf0b7\uf0a7]\s*|\s\*(?:\s+|$)|\s·\s/g;

/** A paragraph to the pieces that list marks inside it part: "first. • Second. • Third." */
export function piecesOf(block: Block): ListPiece[] {
  const borders = [...block.text.matchAll(BULLET)];
  if (borders.length === 0) return [pieceOf(block, 0, block.text.length)];
  const pieces: ListPiece[] = [];
  let from = 0;
  for (const border of borders) {
    pieces.push(pieceOf(block, from, border.index));
    from = border.index + border[0].length;
  }
  pieces.push(pieceOf(block, from, block.text.length));
  return pieces.filter(({ text }) => text !== '').map((piece) => ({ ...piece, marked: true }));
}

function pieceOf(block: Block, from: number, end: number): ListPiece {
  const starts = startsWithin(block, from, end);
  const text = block.text.slice(from, end).trim();
  return { text, starts, line: lineAt(block, from), marked: block.marked, wrapped: starts.length > 1 };
}

function startsWithin(block: Block, from: number, end: number): Block['starts'] {
  const first = { offset: 0, line: lineAt(block, from) };
  const later = block.starts
    .filter(({ offset }) => offset > from && offset < end)
    .map(({ offset, line }) => ({ offset: offset - from, line }));
  return [first, ...later];
}

/** Pieces run together again as one text, keeping the lines. */
export function joinPieces(pieces: readonly ListPiece[]): ListPiece {
  const joined: ListPiece = { text: '', starts: [], line: pieces[0]?.line ?? 1, marked: false, wrapped: true };
  for (const piece of pieces) {
    const shift = joined.text === '' ? 0 : joined.text.length + 1;
    joined.text += (joined.text === '' ? '' : ' ') + piece.text;
    for (const { offset, line } of piece.starts) joined.starts.push({ offset: offset + shift, line });
  }
  return joined;
}
