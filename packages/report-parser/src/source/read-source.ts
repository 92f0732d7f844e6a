import { htmlToLines } from './html-to-lines.ts';
import type { SourceText } from './source-line.ts';
import { textToLines } from './text-to-lines.ts';

const MARKUP = /<(?:!doctype|html|head|body|meta|div|article|section|p|h[1-6]|ul|li|br|span|table)\b[^<>]{0,2000}>/i;
const HEAD = 4000;
const SOURCE_LINE = /^\ufeff?#\s*source:\s*(\S+)[^\n]*(?:\n|$)/i;

/** Text to lines, whichever of page and plain text it is. The first line `# source: <address>` is taken off and kept. */
export function readSource(text: string): SourceText {
  const given = SOURCE_LINE.exec(text.slice(0, HEAD));
  // The line is blanked rather than cut away, so that every line keeps its number.
  const body = given === null ? text : `\n${text.slice(given[0].length)}`;
  const read = MARKUP.test(body.slice(0, HEAD))
    ? htmlToLines(body)
    : { lines: textToLines(body), closed: false, address: null, title: null };
  return { ...read, address: given?.[1] ?? read.address };
}
