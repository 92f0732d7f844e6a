import type { NarrativeInput } from '../narrative-input.ts';
import { binaryKind, looksBinary } from '../source/binary-signature.ts';
import { type DecodedText, decodeBytes } from '../source/decode-bytes.ts';
import { type Refusal, refusal } from './refusal.ts';

/** A saved narrative is some tens of kilobytes; no page of one comes near. */
const LARGEST_FILE = 5_000_000;

/** The text of the file, or why there is none. */
export function openFile(input: NarrativeInput): { decoded: DecodedText } | { refused: Refusal } {
  const { bytes, text = '' } = input;
  const unfit = unfitFile(bytes, text);
  if (unfit !== null) return { refused: unfit };
  const decoded = bytes === undefined ? asGiven(text) : decodeBytes(bytes);
  if (decoded.text.trim() === '') return { refused: empty() };
  return looksBinary(decoded.text) ? { refused: binary('not a text') } : { decoded };
}

function unfitFile(bytes: Uint8Array | undefined, text: string): Refusal | null {
  const size = bytes === undefined ? text.length : bytes.length;
  if (size > LARGEST_FILE) return tooLarge(size);
  const kind = bytes === undefined ? null : binaryKind(bytes);
  return kind === null ? null : binary(kind);
}

function asGiven(text: string): DecodedText {
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, encoding: 'utf-8', repaired: false };
}

function tooLarge(size: number): Refusal {
  const megabytes = (size / 1_000_000).toFixed(1);
  const message = `The file is ${megabytes} MB; a country narrative is far smaller, and 5 MB is the most that is read. Save the page of one country alone.`;
  return refusal('too-large', message);
}

function binary(kind: string): Refusal {
  const message = `The file is ${kind}, not a page or a text. Open it, copy the country's narrative, and save that as a text file or an HTML page.`;
  return refusal('binary', message);
}

function empty(): Refusal {
  return refusal('empty', 'The file is empty. Save the page again and bring in the new file.', 1);
}
