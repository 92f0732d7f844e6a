import {
  type AnsweredAt,
  type AskOptions,
  Commitment,
  CountryProgress,
  CountryReport,
  Engagement,
  type QueryClient,
  type Question,
  queryCatalogue,
  Recommendation,
  SearchHit,
  TimelineEntry,
} from '@demarche/contracts';
import type { z } from 'zod';
import { sampleOf } from './sample-of.ts';

type Arguments = Readonly<Record<string, unknown>>;
type Answer = (given: Arguments, at: AnsweredAt) => unknown;

const sample = <Schema extends z.ZodType>(schema: Schema, fields: object): z.output<Schema> =>
  schema.parse({ ...(sampleOf(schema) as object), ...fields });

const list = (given: Arguments, name: string): readonly string[] => given[name] as readonly string[];

/**
 * A made-up world of countries, each with three recommendations and a timeline of every kind of entry, answered in the
 * shapes of the contracts. It keeps what it was asked, so that a spec can count calls; the views themselves have specs of
 * their own.
 */
export class SampleWorld implements QueryClient {
  readonly codes: readonly string[];
  /** One entry for each call. */
  readonly calls: Array<{ readonly questions: readonly Question[]; readonly options: AskOptions }> = [];
  /** How far the views have come; a spec moves it on. */
  position = 100;
  /** Called before each answer; a spec throws or moves the world on here. */
  beforeAnswer: () => unknown = () => undefined;

  constructor(countries = 3) {
    this.codes = Array.from({ length: countries }, (_, index) => `X${letter(index / 26)}${letter(index % 26)}`);
  }

  async ask(questions: readonly Question[], options: AskOptions = {}) {
    this.calls.push({ questions, options });
    await this.beforeAnswer();
    const { validTime = '2026-09-09', systemTime } = options.at ?? {};
    const at: AnsweredAt = {
      validTime,
      systemPosition: typeof systemTime === 'number' ? systemTime : this.position,
      position: this.position,
      behind: (options.minPosition ?? 0) > this.position,
    };
    return { at, results: questions.map((question) => this.#answer(question, at)) };
  }

  get questionsAsked(): readonly string[] {
    return this.calls.flatMap(({ questions }) => questions.map(({ query }) => query));
  }

  #answer({ query, arguments: given }: Question, at: AnsweredAt): unknown {
    const definition = queryCatalogue[query];
    const parsed = definition.arguments.parse(given) as Arguments;
    return definition.result.parse((this.#answers[query] ?? (() => sampleOf(definition.result)))(parsed, at));
  }

  readonly #answers: Readonly<Partial<Record<Question['query'], Answer>>> = {
    portfolio: (given, at) => {
      const held = this.codes.map((code) => country(code, at));
      const totals = {
        countries: held.length,
        openRecommendations: 2,
        overduePromises: 1,
        promisesDueIn30Days: 0,
        withoutRecentEngagement: 0,
      };
      return { page: pageOf(held, ({ country: code }) => code, given), totals };
    },
    'countries-by-code': (given, at) =>
      list(given, 'codes').map((code) => (this.codes.includes(code) ? country(code, at) : null)),
    'recommendations-of-countries': (given, at) => list(given, 'countries').map((code) => recommendationsOf(code, at)),
    'recommendations-by-reference': (given, at) =>
      list(given, 'references').map((reference) => recommendation(reference, at)),
    'wordings-of-recommendations': (given) => list(given, 'references').map(() => []),
    'reports-by-id': (given) => list(given, 'ids').map((reportId) => sample(CountryReport, { reportId })),
    'reports-of-countries': (given) =>
      list(given, 'countries').map((code) => [sample(CountryReport, { reportId: `${code}-2026` })]),
    'engagements-by-id': (given) => list(given, 'ids').map((engagementId) => sample(Engagement, { engagementId })),
    'commitments-by-id': (given) => list(given, 'ids').map((commitmentId) => sample(Commitment, { commitmentId })),
    'search-everything': (given) => pageOf([sample(SearchHit, { id: 'XAA' })], ({ id }) => id, given),
    timelines: (given) =>
      (given['subjects'] as readonly object[]).map(() => pageOf(everyKindOfEntry, ({ id }) => id, given)),
  };
}

const letter = (index: number): string => String.fromCharCode(65 + Math.floor(index));

/** Its name says at which valid time it was asked for. */
const country = (code: string, at: AnsweredAt): CountryProgress =>
  sample(CountryProgress, { country: code, name: `${code} on ${at.validTime}` });

const recommendationsOf = (code: string, at: AnsweredAt): Recommendation[] =>
  [1, 2, 3].map((ordinal) => recommendation(`${code}-2026-0${ordinal}`, at));

const recommendation = (reference: string, at: AnsweredAt): Recommendation =>
  sample(Recommendation, {
    reference,
    country: reference.slice(0, 3),
    text: `Words of ${reference} on ${at.validTime}`,
    succeededBy: null,
  });

const everyKindOfEntry: readonly TimelineEntry[] = TimelineEntry.options.map((option) =>
  sample(option, { id: `entry-${option.shape.kind.value}` }),
) as TimelineEntry[];

const pageOf = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, { first, after }: Arguments) => {
  const start = after === null ? 0 : rows.findIndex((row) => keyOf(row) === after) + 1;
  const shown = rows.slice(start, start + Number(first));
  return {
    rows: shown.map((node) => ({ cursor: keyOf(node), node })),
    endCursor: shown.length > 0 ? keyOf(shown.at(-1) as Row) : null,
    hasNextPage: start + shown.length < rows.length,
    total: rows.length,
  };
};
