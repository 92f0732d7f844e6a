import {
  type AnsweredAt,
  type AnswerTo,
  type AskOptions,
  type QueryClient,
  type QueryName,
  QueryRefused,
  type Question,
  type QuestionOf,
  type queryCatalogue,
} from '@demarche/contracts';
import DataLoader from 'dataloader';
import { gatewayError } from '../http/gateway-error.ts';
import { checkQuestion } from './check-question.ts';

/** The projections take at most this many questions in one call. */
const QUESTIONS_IN_ONE_CALL = 50;

export type ArgumentsOf<Name extends QueryName> = QuestionOf<(typeof queryCatalogue)[Name]>;

/**
 * Asks the projections at one point on the two clocks. Whatever is asked in one tick goes out in one call, and whatever
 * is asked twice is asked once.
 */
export class PointReader {
  readonly #queries: QueryClient;
  readonly #options: AskOptions;
  readonly #questions: DataLoader<Question, unknown, string>;
  #answeredAt: AnsweredAt | undefined;

  constructor(queries: QueryClient, options: AskOptions) {
    this.#queries = queries;

    this.#options = options;
    this.#questions = new DataLoader((questions) => this.#ask(questions), {
      cacheKeyFn: (question) => JSON.stringify(question),
      maxBatchSize: QUESTIONS_IN_ONE_CALL,
      // Later than the loaders by key, which pass on in this tick what they have gathered in it.
      batchScheduleFn: (dispatch) => setImmediate(dispatch),
    });
  }

  /** @throws an error of the field that asks, so that one malformed question does not spoil the call for the others. */
  async ask<Name extends QueryName>(query: Name, argument: ArgumentsOf<Name>): Promise<AnswerTo<Name>> {
    checkQuestion(query, argument);
    return this.#questions.load({ query, arguments: argument } as Question) as Promise<AnswerTo<Name>>;
  }

  /** The point that was answered for; known once something was asked. */
  async answeredAt(): Promise<AnsweredAt> {
    if (!this.#answeredAt) await this.ask('projection-status', {});
    return this.#answeredAt as AnsweredAt;
  }

  async #ask(questions: readonly Question[]): Promise<readonly unknown[]> {
    const { at, results } = await this.#call(questions, this.#followingOptions());
    this.#answeredAt ??= at;
    if (isSamePoint(at, this.#answeredAt)) return results;
    return (await this.#call(questions, this.#firstPoint(this.#answeredAt))).results;
  }

  async #call(questions: readonly Question[], options: AskOptions): ReturnType<QueryClient['ask']> {
    try {
      return await this.#queries.ask(questions, options);
    } catch (error) {
      if (error instanceof QueryRefused) throw gatewayError(error.code, error.message);
      throw gatewayError(
        'views-unavailable',
        'The views cannot be reached at the moment. Nothing is lost; try again soon.',
        error,
      );
    }
  }

  /**
   * Never an older state than the one answered from first, whichever replica answers; and no second wait for a position
   * that the first answer has waited for in vain.
   */
  #followingOptions(): AskOptions {
    return this.#answeredAt ? { ...this.#options, minPosition: this.#answeredAt.position } : this.#options;
  }

  /** The views have moved on since the first answer: what is nested must still fit what holds it. */
  #firstPoint({ validTime, systemPosition }: AnsweredAt): AskOptions {
    return { at: { validTime, systemTime: systemPosition } };
  }
}

const isSamePoint = (one: AnsweredAt, other: AnsweredAt): boolean =>
  one.validTime === other.validTime && one.systemPosition === other.systemPosition;
