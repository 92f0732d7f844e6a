import type { NarrativeInput } from './narrative-input.ts';
import type { NarrativePart } from './parsed-narrative.ts';
import { readNarrative } from './read-narrative.ts';
import { openFile } from './refusals/unreadable-file.ts';

/** Whether each narrative begins on a line of its own, so that the file can be parted there. */
export const canSplit = (parts: readonly NarrativePart[] | null): boolean =>
  (parts ?? []).every(({ firstLine }, index) => firstLine > (parts?.[index - 1]?.lastLine ?? 0)) && parts !== null;

export type SplitNarrative = NarrativePart & { text: string };

/**
 * The narratives of a file that was refused for holding several, each as a text of its own with blank lines before it,
 * so that its lines keep their numbers. Empty when the file holds one, or none that headings allow to part.
 */
export function splitNarratives(input: NarrativeInput): SplitNarrative[] {
  const parts = readNarrative(input).refused?.parts ?? [];
  const opened = openFile(input);
  if ('refused' in opened || !canSplit(parts)) return [];
  const lines = opened.decoded.text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/);
  return parts.map((part) => ({
    ...part,
    text: '\n'.repeat(part.firstLine - 1) + lines.slice(part.firstLine - 1, part.lastLine).join('\n'),
  }));
}
