import { lineAt } from '../source/join-blocks.ts';
import { sentencesOf } from '../source/sentences.ts';
import { joinPieces, type ListPiece } from './list-piece.ts';
import { openerOf } from './sentence-opener.ts';
import { semicolonSpans, type TextSpan } from './split-semicolons.ts';
import { sentenceSpans } from './split-sentences.ts';

type Separator = 'marks' | 'semicolons' | 'lines' | 'full-stops' | 'single';
export type ListItem = { text: string; line: number };
export type SplitList = {
  items: ListItem[];
  separator: Separator;
  /** The last item was announced by "and", as the last of a list parted by semicolons is. */
  announcedLast: boolean;
  /** Places that might part two items, or might not. */
  unsure: number;
};

export type Era = 'semicolons' | 'list' | null;

export function splitItems(pieces: readonly ListPiece[], era: Era): SplitList {
  if (pieces.some(({ marked }) => marked)) return byMarks(pieces);
  const run = joinPieces(pieces);
  if (isSemicolonList(run.text, era)) return bySemicolons(run);
  return pieces.length > 1 ? byLines(pieces) : byFullStops(run);
}

function byMarks(pieces: readonly ListPiece[]): SplitList {
  const semicolons = pieces.length > 1 && pieces.slice(0, -1).every(({ text }) => /;(?: and)?$/.test(text));
  const items = pieces.map(({ text, line }) => ({ text: semicolons ? bare(text) : withoutNumber(text), line }));
  return { items, separator: 'marks', announcedLast: false, unsure: 0 };
}

function bare(text: string): string {
  return withoutNumber(text)
    .replace(/;(?: and)?$/, '')
    .replace(/^and,? /, '');
}

function isSemicolonList(text: string, era: Era): boolean {
  if (era === 'list' || !text.includes(';')) return false;
  return era === 'semicolons' || looksParted(text);
}

/** One sentence whose clauses each open as an item does, three at least or the last announced by "and". */
function looksParted(text: string): boolean {
  const first = sentencesOf(text)[0];
  if (first === undefined || first.text.length < text.length - 1) return false;
  const { spans } = semicolonSpans(text);
  const last = spans.at(-1);
  const announced = last !== undefined && /^\s*and,? /.test(text.slice(last.offset, last.end));
  return (spans.length > 2 || announced) && spans.slice(1).every((span) => opensItem(text, span));
}

function opensItem(text: string, span: TextSpan): boolean {
  const piece = text
    .slice(span.offset, span.end)
    .trim()
    .replace(/^and,? /, '');
  return piece === '' || /^\p{Ll}/u.test(piece) || openerOf(piece) === 'imperative';
}

function bySemicolons(run: ListPiece): SplitList {
  const { spans, leftWhole } = semicolonSpans(run.text);
  const items = toItems(run, spans);
  const last = items.at(-1);
  const announcedLast = last !== undefined && /^and,? /.test(last.text);
  return {
    items: items.map(({ text, line }) => ({ text: text.replace(/^and,? (?=\S)/, ''), line })),
    separator: items.length > 1 ? 'semicolons' : 'single',
    announcedLast,
    unsure: leftWhole,
  };
}

function byLines(pieces: readonly ListPiece[]): SplitList {
  let unsure = 0;
  const items = pieces.flatMap((piece) => {
    if (!piece.wrapped) return [{ text: piece.text, line: piece.line }];
    const split = sentenceSpans(piece.text);
    unsure += split.unsure;
    return toItems(piece, split.spans);
  });
  return { items: items.map(unnumbered), separator: 'lines', announcedLast: false, unsure };
}

function byFullStops(run: ListPiece): SplitList {
  const { spans, unsure } = sentenceSpans(run.text);
  const items = toItems(run, spans).map(unnumbered);
  return { items, separator: items.length > 1 ? 'full-stops' : 'single', announcedLast: false, unsure };
}

function toItems(run: ListPiece, spans: readonly TextSpan[]): ListItem[] {
  return spans.flatMap(({ offset, end }) => {
    const text = run.text.slice(offset, end).trim();
    return text === '' ? [] : [{ text, line: lineAt(run, offset + 1) }];
  });
}

function unnumbered({ text, line }: ListItem): ListItem {
  return { text: withoutNumber(text), line };
}

/** "1. Increase ..." and "(a) Increase ...": the number is a list mark, not the report's words. */
function withoutNumber(text: string): string {
  return text.replace(/^(?:\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\))\s+(?=\p{Lu})/u, '');
}
