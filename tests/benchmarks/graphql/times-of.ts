import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../cleared-at-exit.ts';
import type { PreparedHistory } from '../prepared-history.ts';
import { signIn, startStandalone } from '../processes/standalone.ts';
import { startProcess } from '../processes/start-process.ts';
import { medianLatency, type Send, sender } from './latency.ts';
import { type Asked, busiestAt, questionsOf } from './questions.ts';

const CONSTANTS = new URL('../processes/constant-graphql.ts', import.meta.url);
const AGAIN = { warming: 40, rounds: 5, requests: 25 };
/** Fewer, since each may take long; never more than there are days. */
const FRESH = { warming: 5, rounds: 5, requests: 7 };

const FIVE_YEARS_AGO = '2021-11-21';

const POINTS = {
  today: {},
  'five years ago, as we know it today': { validTime: FIVE_YEARS_AGO },
  'five years ago, as we knew it then': { validTime: FIVE_YEARS_AGO, systemTime: FIVE_YEARS_AGO },
} as const;

/** A question at a point, as it is sent. */
interface Put {
  readonly name: string;
  /** What the baseline knows its answer by. */
  readonly answer: string;
  /** Sent in turn. */
  readonly bodies: readonly string[];
  readonly fresh: boolean;
}

type At = Readonly<Record<string, string>>;

const bodyOf = ({ query, variables }: Asked, at: At): string =>
  JSON.stringify({ query, variables: { ...variables, at } });

/** The day so many days before. */
const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

const ANOTHER_DAYS = 60;

/** Nothing that was worked out for one of these can serve another. */
const onOtherDays = (asked: Asked, at: At): readonly string[] =>
  Array.from({ length: ANOTHER_DAYS }, (_, days) =>
    bodyOf(asked, Object.fromEntries(Object.entries(at).map(([clock, day]) => [clock, daysBefore(day, days + 1)]))),
  );

const putAtAllPoints = (questions: readonly Asked[]): readonly Put[] =>
  questions.flatMap((asked) =>
    Object.entries(POINTS).flatMap(([point, at]): Put[] => {
      const answer = `${asked.name}, ${point}`;
      const again: Put = { name: answer, answer, bodies: [bodyOf(asked, at)], fresh: false };
      if (point === 'today') return [again];
      return [again, { name: `${answer}, another day each time`, answer, bodies: onOtherDays(asked, at), fresh: true }];
    }),
  );

/** How long a question took in each round, beside the same answer out of memory. */
export interface Timed {
  readonly name: string;
  /** Whether nothing could be used again from one request to the next. */
  readonly fresh: boolean;
  readonly bytes: number;
  readonly rounds: readonly { readonly value: number; readonly baseline: number }[];
}

const answersTo = async (puts: readonly Put[], send: Send): Promise<ReadonlyMap<string, string>> => {
  const answers = new Map<string, string>();
  for (const { answer: name, bodies } of puts.filter(({ fresh }) => !fresh)) {
    const answer = await send(bodies[0] as string);
    if (JSON.parse(answer).errors) throw new Error(`${name} was not answered: ${answer.slice(0, 500)}`);
    answers.set(name, answer);
  }
  return answers;
};

const dataOf = (answer: string): unknown => (JSON.parse(answer) as { data: unknown }).data;

/** @throws where the baseline does not send the same bytes: it would not be one. */
const sameBytes = async (
  puts: readonly Put[],
  constants: Send,
  answers: ReadonlyMap<string, string>,
): Promise<void> => {
  for (const { answer, bodies } of puts) {
    const constant = await constants(bodies[0] as string, { 'x-answer': answer });
    if (constant !== answers.get(answer))
      throw new Error(`The baseline answers otherwise to ${answer}: ${constant.slice(0, 500)}`);
  }
};

/** Asks one body after the other, and begins again at the end. */
const inTurn = (bodies: readonly string[]): (() => string) => {
  let next = -1;
  return () => {
    next = (next + 1) % bodies.length;
    return bodies[next] as string;
  };
};

const roundsOf = async ({ answer, bodies, fresh }: Put, send: Send, constants: Send): Promise<Timed['rounds']> => {
  const nextBody = inTurn(bodies);
  const ours = (times: number) => medianLatency(() => send(nextBody()), times);
  const theirs = (times: number) => medianLatency(() => constants(bodies[0] as string, { 'x-answer': answer }), times);
  const { warming, rounds, requests } = fresh ? FRESH : AGAIN;
  await ours(warming);
  await theirs(AGAIN.warming);
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    taken.push({ value: await ours(requests), baseline: await theirs(requests) });
  }
  return taken;
};

/** Every question at every point, put to Demarche with the record in this folder. */
export async function* timesOf(history: Pick<PreparedHistory, 'folder'>): AsyncIterable<Timed> {
  const demarche = await startStandalone(history);
  const send = sender(demarche.address, { cookie: await signIn(demarche.address) });
  const puts = putAtAllPoints(questionsOf(await busiestAt(send, POINTS['five years ago, as we knew it then'])));
  const answers = await answersTo(puts, send);
  const answersFile = join(temporaryFolder(), 'answers.json');
  writeFileSync(
    answersFile,
    JSON.stringify(Object.fromEntries([...answers].map(([name, answer]) => [name, dataOf(answer)]))),
  );
  const baseline = await startProcess({
    program: CONSTANTS,
    settings: { NODE_ENV: 'production' },
    words: [answersFile],
  });
  const constants = sender(baseline.address);
  await sameBytes(puts, constants, answers);
  for (const put of puts) {
    const { name, answer, fresh } = put;
    yield { name, fresh, bytes: answers.get(answer)?.length ?? 0, rounds: await roundsOf(put, send, constants) };
  }
  await baseline.stop();
  await demarche.stop();
}
