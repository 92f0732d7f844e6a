import type { QueryClient, Question } from '@demarche/contracts';
import { ProblemError } from '@demarche/service-kit';

/** @throws ProblemError while the views cannot answer, as in the first moments after their tables changed. */
export const askViews = async (queries: QueryClient, question: Question): Promise<unknown> => {
  try {
    const { results } = await queries.ask([question]);
    return results[0];
  } catch (cause) {
    throw new ProblemError('views-unavailable', { cause });
  }
};
