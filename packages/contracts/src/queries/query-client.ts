import type { At } from '../values/time.ts';
import type { QuestionOf, ResultOf } from './define-query.ts';
import type { AnsweredAt } from './query-batch.ts';
import type { QueryName, queryCatalogue } from './query-catalogue.ts';

export type Question = {
  [Name in QueryName]: { readonly query: Name; readonly arguments: QuestionOf<(typeof queryCatalogue)[Name]> };
}[QueryName];

export interface AskOptions {
  readonly at?: At;
  readonly minPosition?: number;
}

/** How the gateway and the command line ask the projections: in this process, or over HTTP. */
export interface QueryClient {
  /**
   * Asks several questions of one consistent state. Results come in the order of the questions.
   * @throws QueryRefused when an argument is malformed; any other error means that the projections cannot be reached.
   */
  ask(questions: readonly Question[], options?: AskOptions): Promise<{ at: AnsweredAt; results: readonly unknown[] }>;
}

export type AnswerTo<Name extends QueryName> = ResultOf<(typeof queryCatalogue)[Name]>;

/** A question that cannot be answered as it was put. */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused';
  readonly code: 'malformed' | 'unknown-query' | 'bad-cursor';
  constructor(code: 'malformed' | 'unknown-query' | 'bad-cursor', message: string) {
    super(message);
    this.code = code;
  }
}
