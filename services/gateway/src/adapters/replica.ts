import { ProblemDocument, QueryBatchAnswer, QueryRefused, type Question } from '@demarche/contracts';
import type { BackOff, Timing } from '@demarche/messaging';
import { WHERE_BELIEVED } from '@demarche/service-kit';
import { traceHeaders } from '@demarche/telemetry';
import { replicaRest } from './replica-rest.ts';

/** Questions as they go over the wire. */
export interface Batch {
  readonly at?: object;
  readonly minPosition?: number;
  readonly questions: readonly Question[];
}

/** The replica fell over the question. */
class ReplicaFell extends Error {
  override readonly name = 'ReplicaFell';
}

/** A replica of the projections did not answer, or said that it cannot yet. Another one may. */
export class ReplicaAway extends Error {
  override readonly name = 'ReplicaAway';
}

/** One replica of the projections, and how it has behaved lately. */
export interface Replica {
  readonly address: string;
  /** It failed, and is left alone for a while, longer after each failure; then by all but one who tries. */
  readonly resting: boolean;
  /** Resolves once it may be asked again. */
  rested(): Promise<void>;
  /**
   * @throws QueryRefused when a question is malformed; ReplicaAway when another replica should be asked; any other error
   * when the question itself brought it to fall. Where one after the other does, it is the replica that is away.
   */
  ask(batch: Batch): Promise<QueryBatchAnswer>;
}

export interface ReplicaOptions {
  readonly address: string;
  /** What proves to it that a service asks. */
  readonly proof: () => Readonly<Record<string, string>>;
  readonly timing: Timing;
  /** Until one call is given up. */
  readonly timeoutMs: number;
  readonly backOff: BackOff;
}

/** A replica that fell over so many questions in a row, and not over one that is asked again and again, is at fault itself. */
const FALLS = 3;

export const replicaAt = ({ address, proof, timing, timeoutMs, backOff }: ReplicaOptions): Replica => {
  const rest = replicaRest({ timing, backOff });
  const fellOver = new Set<string>();
  const send = async (batch: Batch, signal: AbortSignal): Promise<QueryBatchAnswer> => {
    const response = await reach(`${address}/queries`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...proof(), ...traceHeaders() },
      body: JSON.stringify(batch),
      redirect: 'error',
      signal,
    });
    return answerIn(address, response, batch.questions.length);
  };
  const sendInTime = async (batch: Batch): Promise<QueryBatchAnswer> => {
    const late = new AbortController();
    const giveUp = (): void => late.abort(new DOMException(`No answer in ${timeoutMs} ms`, 'TimeoutError'));
    const callOff = timing.after(timeoutMs, giveUp);
    try {
      return await send(batch, late.signal);
    } finally {
      callOff();
    }
  };
  const recovered = (): void => {
    rest.recovered();
    fellOver.clear();
  };
  const faultAt = (error: unknown, { questions }: Batch): unknown => {
    if (error instanceof QueryRefused) recovered();
    if (!(error instanceof ReplicaFell)) return error;
    if (fellOver.size < FALLS) fellOver.add(JSON.stringify(questions));
    return fellOver.size < FALLS ? error : new ReplicaAway(error.message, { cause: error });
  };
  return {
    address,
    get resting() {
      return rest.isOn;
    },
    rested: rest.over,
    async ask(batch) {
      const trial = rest.begin();
      try {
        const answer = await sendInTime(batch);
        recovered();
        return answer;
      } catch (error) {
        const fault = faultAt(error, batch);
        if (fault instanceof ReplicaAway) trial.failed();
        throw fault;
      } finally {
        trial.end();
      }
    },
  };
};

const reach = async (address: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, request);
  } catch (cause) {
    throw new ReplicaAway(`${address} did not answer`, { cause });
  }
};

const answerIn = async (address: string, response: Response, questions: number): Promise<QueryBatchAnswer> => {
  // What does not arrive whole is no answer: a body can break off, or take too long.
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw new ReplicaAway(`${address} broke off its answer`, { cause });
  });
  const answer = response.ok ? QueryBatchAnswer.safeParse(body).data : undefined;
  if (answer?.results.length === questions) return answer;
  throw faultIn(address, response, ProblemDocument.safeParse(body).data);
};

/** It is too large or not understood. */
const FAULTS_OF_THE_QUESTION: ReadonlySet<number> = new Set([400, 413, 415]);

const refusals: ReadonlySet<string> = new Set<QueryRefused['code']>(['malformed', 'unknown-query', 'bad-cursor']);
const isRefusal = (code: string): code is QueryRefused['code'] => refusals.has(code);

const wordsOf = (problem: ProblemDocument | undefined): string =>
  problem?.code ?? 'in a form that the projections do not use';

/** What another replica would answer no better is not asked of it. */
const faultIn = (address: string, { status }: Response, problem: ProblemDocument | undefined): Error => {
  if (status === 400 && problem && isRefusal(problem.code)) return new QueryRefused(problem.code, problem.detail);
  const said = `${address} answered ${status} ${wordsOf(problem)}`;
  if (FAULTS_OF_THE_QUESTION.has(status)) return new Error(said);
  if (status === 500) return new ReplicaFell(said);
  return new ReplicaAway(status === 403 ? `${said}: ${WHERE_BELIEVED}` : said);
};
