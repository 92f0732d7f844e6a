import { setImmediate } from 'node:timers/promises';
import { type Desk, signedIn } from '../poison/operator.ts';

export interface Load {
  /** Ends it, and tells what was wrong with any answer; nothing where all were right. */
  stop(): Promise<Verdict>;
  /** Resolves once so many more questions were answered. */
  moreAnswers(count: number): Promise<void>;
}

interface Verdict {
  readonly findings: readonly string[];
  readonly answers: number;
  readonly writes: number;
}

interface Answer {
  readonly reference: string;
  readonly position: number;
  readonly revision: number;
}

type Write = Answer;

const READERS = 4;
const PACES = ['on_track', 'delayed', 'at_risk'] as const;

interface Asked {
  readonly status: { readonly answeredAt: { readonly position: number; readonly behind: boolean } };
  readonly recommendation: { readonly revision: number } | null;
}

const question = (reference: string, minPosition?: number): string => {
  const point = minPosition === undefined ? '' : `, minPosition: ${minPosition}`;
  return `{ status${point && `(${point.slice(2)})`} { answeredAt { position behind } }
    recommendation(reference: "${reference}"${point}) { revision } }`;
};

/**
 * Writers that record one thing after another on a recommendation each, and readers who ask without pause. Every answer
 * says for which position it was given: it must hold what was recorded by then, no less and no more, and no answer may
 * be given for a position before one that somebody had seen when it was asked for.
 */
export const continuousLoad = async (address: string, references: readonly string[]): Promise<Load> => {
  const desk = await signedIn(address);
  const ended = new AbortController();
  const findings: string[] = [];
  const answers: Answer[] = [];
  const writes: Write[] = [];
  const waiting = new Set<{ readonly at: number; readonly resolve: () => void }>();
  let newestSeen = 0;

  const ask = async (reference: string, minPosition?: number): Promise<void> => {
    const floor = Math.max(newestSeen, minPosition ?? 0);
    const { status, recommendation } = await desk.graph<Asked>(question(reference, minPosition));
    const { position } = status.answeredAt;
    if (position < floor) findings.push(`${reference} was answered for ${position} when ${floor} had been seen`);
    newestSeen = Math.max(newestSeen, position);
    answers.push({ reference, position, revision: recommendation?.revision ?? Number.NaN });
    for (const waiter of waiting) if (answers.length >= waiter.at) waiter.resolve();
  };
  const untilEnded = async (step: (turn: number) => Promise<void>): Promise<void> => {
    for (let turn = 0; !ended.signal.aborted; turn += 1) {
      try {
        await step(turn);
      } catch (error) {
        findings.push(`A request failed: ${(error as Error).message}`);
      }
      await setImmediate();
    }
  };
  const write = async (reference: string, turn: number): Promise<void> => {
    const recorded = await record(desk, reference, turn);
    writes.push(recorded);
    await ask(reference, recorded.position);
  };
  const everybody = Promise.all([
    ...references.map((reference) => untilEnded((turn) => write(reference, turn))),
    ...Array.from({ length: READERS }, (_, reader) =>
      untilEnded((turn) => ask(references[(turn + reader) % references.length] ?? '')),
    ),
  ]);

  return {
    moreAnswers(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add({ at: answers.length + count, resolve });
      return promise;
    },
    async stop() {
      ended.abort();
      await everybody;
      return {
        findings: [...findings, ...answers.flatMap((answer) => judge(answer, writes))],
        answers: answers.length,
        writes: writes.length,
      };
    },
  };
};

const record = async (desk: Desk, reference: string, turn: number): Promise<Write> => {
  const pace = PACES[turn % PACES.length];
  const { status, body } = await desk.record(`/recommendations/${reference}/pace`, { pace, occurredOn: '2026-11-01' });
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return { reference, position: Number(body['position']), revision: Number(body['revision']) };
};

const judge = ({ reference, position, revision }: Answer, writes: readonly Write[]): readonly string[] => {
  const held = writes.filter((write) => write.reference === reference && write.position <= position);
  const expected = held.reduce((newest, write) => Math.max(newest, write.revision), -1);
  return revision === expected
    ? []
    : [`${reference} was at revision ${revision} for position ${position}, where ${expected} was on record`];
};
