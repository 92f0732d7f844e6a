import type { AnswerTo, QueryName } from '@demarche/contracts';
import DataLoader from 'dataloader';
import { checkQuestion } from './check-question.ts';
import type { ArgumentsOf, PointReader } from './point-reader.ts';

/** A question that is asked of many keys at once and answers in their order. */
export interface KeyedQuestion<Name extends QueryName> {
  readonly query: Name;
  /** The argument that holds the keys. */
  readonly keys: keyof ArgumentsOf<Name> & string;
  /** How many keys the question takes. */
  readonly maximum: number;
}

type Answer<Name extends QueryName> = AnswerTo<Name> extends ReadonlyArray<infer One> ? One : never;

interface Request {
  readonly key: unknown;
  readonly rest: object;
}

/**
 * Gathers the keys asked for in one tick, and asks once for all those whose other arguments are the same: a page of
 * fifty costs as many questions as a page of one.
 */
export class KeyedLoader<Name extends QueryName> {
  readonly #reader: PointReader;
  readonly #question: KeyedQuestion<Name>;
  readonly #loader: DataLoader<Request, Answer<Name>, string>;

  constructor(reader: PointReader, question: KeyedQuestion<Name>) {
    this.#reader = reader;
    this.#question = question;
    this.#loader = new DataLoader((requests) => this.#load(requests), {
      cacheKeyFn: (request) => JSON.stringify(request),
    });
  }

  async load(key: unknown, rest: object = {}): Promise<Answer<Name>> {
    checkQuestion(this.#question.query, { ...rest, [this.#question.keys]: [key] });
    return this.#loader.load({ key, rest });
  }

  async #load(requests: readonly Request[]): Promise<Answer<Name>[]> {
    const groups = Map.groupBy(requests, ({ rest }) => JSON.stringify(rest));
    const answers = new Map<Request, Answer<Name>>();
    await Promise.all(
      [...groups.values()]
        .flatMap((group) => chunksOf(group, this.#question.maximum))
        .map((chunk) => this.#ask(chunk, answers)),
    );
    return requests.map((request) => answers.get(request) as Answer<Name>);
  }

  async #ask(requests: readonly Request[], answers: Map<Request, Answer<Name>>): Promise<void> {
    const { query, keys } = this.#question;
    const asked = { ...requests[0]?.rest, [keys]: requests.map(({ key }) => key) };
    const results = (await this.#reader.ask(query, asked as unknown as ArgumentsOf<Name>)) as readonly Answer<Name>[];
    for (const [index, request] of requests.entries()) answers.set(request, results[index] as Answer<Name>);
  }
}

const chunksOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
