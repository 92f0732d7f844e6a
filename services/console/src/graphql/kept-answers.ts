import type { FirstAnswer } from './first-answer.ts';

const kept = new Map<string, unknown>();
const KEPT_AT_MOST = 40;

/** The question whose answer came with the page, until the page stands. */
let fresh: string | undefined;

export const keep = (key: string, answer: unknown): void => {
  kept.delete(key);
  kept.set(key, answer);
  const oldest = kept.keys().next();
  if (kept.size > KEPT_AT_MOST && !oldest.done) kept.delete(oldest.value);
};

export const keptAnswer = <Answer>(key: string): Answer | null => (kept.get(key) as Answer | undefined) ?? null;

/** Takes over the answer that came with the page. */
export const keepFirst = ({ key, data }: FirstAnswer): void => {
  keep(key, data);
  fresh = key;
};

/** Whether this question need not be asked, as its answer has only just come with the page. */
export const isFresh = (key: string): boolean => key === fresh;

/** The page stands: from now on an answer is as old as any other. */
export const nothingIsFresh = (): void => {
  fresh = undefined;
};

/** Forgets every answer, as when another person signs in. */
export const forgetAnswers = (): void => kept.clear();
