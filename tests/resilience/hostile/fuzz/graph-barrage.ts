import fc from 'fast-check';
import type { Tally } from '../tally.ts';
import type { Wire } from '../wire.ts';
import { graphQuestions } from './graph-questions.ts';
import type { KnownReferences } from './input-arbitrary.ts';

export interface GraphBarrage {
  readonly wire: Wire;
  readonly known: KnownReferences;
  readonly cookie: string;
  readonly seed: number;
  readonly questions: number;
  readonly tally: Tally;
}

const LANES = 4;

export interface SlowestQuestion {
  readonly milliseconds: number;
  readonly question: unknown;
}

/** Asks question after question, and answers the slowest; fails with the smallest that was answered with a fault of ours. */
export const graphBarrage = async (barrage: GraphBarrage): Promise<SlowestQuestion> => {
  const { wire, known, cookie, seed, questions, tally } = barrage;
  let slowest: SlowestQuestion = { milliseconds: 0, question: null };
  const arbitrary = graphQuestions(known);
  const lane = (at: number) =>
    fc.assert(
      fc.asyncProperty(arbitrary, async (question) => {
        const headers = { 'content-type': 'application/json', cookie };
        const began = performance.now();
        const { status, text } = await wire.send({ path: '/graphql', headers, body: JSON.stringify(question) });
        const milliseconds = Math.round(performance.now() - began);
        if (milliseconds > slowest.milliseconds) slowest = { milliseconds, question };
        const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string; status?: number } }[] };
        tally.count(errors.length === 0 ? 'answered' : `refused as ${errors[0]?.extensions?.code}`, status);
        const faulty = errors.some(({ extensions }) => (extensions?.status ?? 500) >= 500);
        if (status >= 500 || faulty) throw new Error(`${status} ${text.slice(0, 500)}`);
      }),
      { seed: seed + at, numRuns: Math.ceil(questions / LANES) },
    );
  const results = await Promise.allSettled(Array.from({ length: LANES }, (_, at) => lane(at)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return slowest;
};
