import { setTimeout } from 'node:timers/promises';

/**
 * The answer, or what stands for it where none has come in so many milliseconds: for whoever would rather go on without than
 * wait. What comes late, a fault too, is dropped.
 */
export const soon = async <Answer, Late>(
  answer: Promise<Answer>,
  withinMs: number,
  late: Late,
): Promise<Answer | Late> => {
  const over = new AbortController();
  const tooLate = setTimeout(withinMs, late, { signal: over.signal, ref: false }).catch(() => late);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    over.abort();
  }
};
