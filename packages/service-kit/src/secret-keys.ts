import { z } from 'zod';
import type { SigningKeys } from './signed-text.ts';

const SHORTEST = 32;
/** The new one and the one before. More lines than that are a file of something else. */
const MOST = 2;

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
const areKeys = (lines: readonly string[]): boolean =>
  lines.length > 0 && lines.length <= MOST && lines.every(({ length }) => length >= SHORTEST);
const bytesOf = (line: string): Uint8Array => new TextEncoder().encode(line);

/** A secret by which something is signed; two, one a line, while it is changed. `whose` says for whom it is one. */
export const secretKeys = (whose: string) => {
  const rule = `must be a secret of at least 32 characters, ${whose}; or two of them while it is changed, one a line, the new one first`;
  return z
    .string(rule)
    .transform(linesOf)
    .refine(areKeys, rule)
    .transform(([first = '', ...before]): SigningKeys => [bytesOf(first), ...before.map(bytesOf)]);
};
