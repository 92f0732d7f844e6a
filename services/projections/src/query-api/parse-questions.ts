import { type QueryBatch, type QueryName, QueryRefused, queryCatalogue } from '@demarche/contracts';
import type { z } from 'zod';

/** A question whose arguments are checked, with their defaults filled in. */
export interface ParsedQuestion {
  readonly query: QueryName;
  readonly arguments: unknown;
}

const isQueryName = (name: string): name is QueryName => Object.hasOwn(queryCatalogue, name);

const describe = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.length > 0 ? path.join('.') : 'the question'}: ${message}`).join('; ');

/** @throws QueryRefused naming the question and every faulty field. */
export const parseQuestions = (questions: QueryBatch['questions']): readonly ParsedQuestion[] =>
  questions.map(({ query, arguments: given }) => {
    if (!isQueryName(query)) {
      throw new QueryRefused(
        'unknown-query',
        `There is no query ${query}. The queries are: ${Object.keys(queryCatalogue).join(', ')}.`,
      );
    }
    const parsed = queryCatalogue[query].arguments.safeParse(given ?? {});
    if (!parsed.success) throw new QueryRefused('malformed', `${query} cannot be answered. ${describe(parsed.error)}.`);
    return { query, arguments: parsed.data };
  });
