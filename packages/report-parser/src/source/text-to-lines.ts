import { cleanLine } from './clean-line.ts';
import type { SourceLine } from './source-line.ts';

const LINE_BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;
const ONLY_FURNITURE = /^[|_=~\-–—\s]*$/;

export function textToLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let gap = true;
  text.split(LINE_BREAK).forEach((raw, index) => {
    if (ONLY_FURNITURE.test(raw)) {
      gap = true;
      return;
    }
    const line = cleanLine(raw, index + 1, gap);
    if (line.text === '') return;
    lines.push(line);
    gap = false;
  });
  return lines;
}
