import type { NarrativePart, Notice } from '../parsed-narrative.ts';

/** A file that is not taken in: why, where, and what to do. */
export type Refusal = Notice & { parts?: NarrativePart[] };

export function refusal(code: string, message: string, line: number | null = null): Refusal {
  return { code, message, line };
}
