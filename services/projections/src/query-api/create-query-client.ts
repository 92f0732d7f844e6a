import type { AnswerTo, At, Position, QueryClient } from '@demarche/contracts';
import type { Clock } from '@demarche/kernel';
import { metrics, type SpanDetails, spanAttributes, spanNames, timed, traced } from '@demarche/telemetry';
import { checkpointOf } from '../engine/moments.ts';
import type { ViewReader as EngineReader } from '../engine/view-reader.ts';
import { keptOne } from '../facts/kept.ts';
import { createViewReader, type ViewReader } from '../facts/view-reader.ts';
import { answerers, type ViewQueryName } from './answerers.ts';
import { keptAnswers } from './kept-answers.ts';
import { parkedRecords } from './parked-records.ts';
import { type ParsedQuestion, parseQuestions } from './parse-questions.ts';
import { pointAt } from './point-at.ts';
import { toBatch } from './to-batch.ts';

/** Where the state of the projections themselves is asked. */
export interface ProjectionStatusSource {
  status(): Promise<AnswerTo<'projection-status'>>;
}

export interface QuerySources {
  /** Asks within one snapshot of all views. */
  readonly views: { read<Answer>(ask: (reader: EngineReader) => Answer): Answer };
  readonly projections: ProjectionStatusSource & {
    /** Resolves true as soon as the views hold everything up to the position, false when they do not within the time. */
    waitFor(position: Position, withinMs: number): Promise<boolean>;
  };
  /** Says which day today is: the valid time of a question that names none. */
  readonly clock: Clock;
}

/** How long a question waits for the position that it names. */
const PATIENCE_MS = 1_000;

type Answerer = (reader: ViewReader, question: unknown) => unknown;

/** After a change, everybody who looks at the same page asks the same: it is worked out for the first of them. */
const answerOne = (reader: ViewReader, { query, arguments: question }: ParsedQuestion, status: unknown): unknown =>
  query === 'projection-status'
    ? status
    : keptOne(reader, 'answers', JSON.stringify([query, question]), () =>
        (answerers[query as ViewQueryName] as Answerer)(reader, question),
      );

/** The contract's part of a status that may know more. */
const statusOf = async (source: ProjectionStatusSource): Promise<AnswerTo<'projection-status'>> => {
  const { position, lag, beyondRecord, centre, recordedAt, heldSince, events, parked, rebuilding } =
    await source.status();
  return { position, lag, beyondRecord, centre, recordedAt, heldSince, events, parked, rebuilding };
};

const isStatus = ({ query }: ParsedQuestion): boolean => query === 'projection-status';

/** Which queries were asked, each once, and how many questions: never what was asked for. */
const detailsOf = (questions: readonly ParsedQuestion[]): SpanDetails => ({
  [spanAttributes.queries]: [...new Set(questions.map(({ query }) => query))].sort().join(','),
  [spanAttributes.questionCount]: questions.length,
});

/** Answers questions in this process. All of one batch are answered from one snapshot, at one point on both clocks. */
export const createQueryClient = ({ views, projections, clock }: QuerySources): QueryClient => {
  const keeping = keptAnswers();
  const today = (): string => clock.now().slice(0, 10);
  const answer = (at: At, questions: readonly ParsedQuestion[], status: unknown) =>
    views.read((engine) => {
      const point = pointAt(engine, at, today());
      const kept = keeping.at(engine, point);
      const reader = createViewReader({ prepare: engine.prepare, point, parked: parkedRecords(engine), kept });
      return {
        point,
        position: checkpointOf(engine),
        results: questions.map((question) => answerOne(reader, question, status)),
      };
    });
  const answerAll = async (at: At, minPosition: Position | undefined, questions: readonly ParsedQuestion[]) => {
    const arrived = minPosition === undefined || (await projections.waitFor(minPosition, PATIENCE_MS));
    const status = questions.some(isStatus) ? await statusOf(projections) : null;
    // The state of the projections can be told while there are no views to ask yet.
    if (status && questions.every(isStatus))
      return {
        at: {
          validTime: at.validTime ?? today(),
          systemPosition: status.position,
          position: status.position,
          behind: !arrived,
        },
        results: questions.map(() => status),
      };
    const { point, position, results } = answer(at, questions, status);
    const { validTime, systemPosition } = point;
    return { at: { validTime, systemPosition, position, behind: !arrived }, results };
  };
  return {
    async ask(asked, options = {}) {
      const { at, minPosition, questions: raw } = toBatch({ ...options, questions: asked });
      const questions = parseQuestions(raw);
      const answering = () => answerAll(at, minPosition, questions);
      return traced(spanNames.query, detailsOf(questions), () =>
        timed(metrics.queryDuration, {}, answering, () => 'answered'),
      );
    },
  };
};
