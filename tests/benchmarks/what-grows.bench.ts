import { randomUUID } from 'node:crypto';
import type { EngagementId } from '@demarche/contracts';
import { engagementsModule } from '@demarche/engagements';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { atMost, type Benchmark, type Figure, figureOf } from './benchmark.ts';
import { clearFolder, temporaryFolder } from './cleared-at-exit.ts';
import { type Send, sender } from './graphql/latency.ts';
import { lists } from './growing-questions.ts';
import {
  correctedMeeting,
  countryNumber,
  engagementNumber,
  fillFolder,
  meetingsWith,
  officer,
  reportsOf,
} from './grown-records.ts';
import { keptAlive, type LiveServer, listenToChanges, logMeeting } from './live-server.ts';
import { clock } from './prepared-history.ts';
import { signIn, startStandalone } from './processes/standalone.ts';
import { startProcess } from './processes/start-process.ts';

const LONG_STREAM = 10_000;
const SHORT_STREAM = 10;
const COMMANDS = 15;
const MANY_MEETINGS = 2_000;
const FEW_MEETINGS = 20;
const QUESTIONS = 40;
const SUBSCRIBERS = 300;
const TOLD_TIMES = 100;
/** A list reads what it shows: whatever it is taken from, it takes as long. */
const NO_LONGER = 1.3;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Ours and the baseline in turns; the first turn of each warms it up. */
const inTurns = async (times: number, ours: () => Promise<number>, baseline: () => Promise<number>) => {
  const rounds = [];
  for (let round = 0; round <= times; round += 1) rounds.push({ value: await ours(), baseline: await baseline() });
  return rounds.slice(1);
};

async function* longStream(): AsyncGenerator<Figure> {
  const folder = temporaryFolder();
  const [long, short] = [engagementNumber(1), engagementNumber(2)];
  const streams = [...correctedMeeting(long, LONG_STREAM), ...correctedMeeting(short, SHORT_STREAM)];
  const store = sqliteEventStore({ file: await fillFolder(folder, streams) });
  const assign = engagementsModule({ store, clock }).routes.find(
    ({ definition }) => definition.name === 'assign-follow-up',
  );
  const assignTo = (engagementId: EngagementId) => async () => {
    const input = { engagementId, what: 'Send the model law.', owner: 'Ines Okafor' };
    const reply = await assign?.execute({ input, commandId: randomUUID(), officer, correlationId: 'bench' });
    if (reply?.outcome !== 'answered') throw new Error(`Not recorded: ${JSON.stringify(reply)}`);
  };
  try {
    yield figureOf({
      name: `a command on a stream of ${LONG_STREAM.toLocaleString('en-US')} events`,
      unit: 'ms',
      what: `the same command on a stream of ${SHORT_STREAM} events`,
      rounds: await inTurns(
        COMMANDS,
        () => timed(assignTo(long)),
        () => timed(assignTo(short)),
      ),
    });
  } finally {
    await store.close();
    clearFolder(folder);
  }
}

/** The standalone process on these events, asked over one connection. */
const asking = async (entries: Parameters<typeof fillFolder>[1]) => {
  const folder = temporaryFolder();
  await fillFolder(folder, entries);
  const running = await startStandalone({ folder });
  const cookie = await signIn(running.address);
  return {
    server: { address: running.address, headers: { cookie } },
    send: sender(running.address, { cookie }),
    async end() {
      await running.stop();
      clearFolder(folder);
    },
  };
};

const asked = (send: Send, question: object) => () => timed(() => send(JSON.stringify(question)));

/** Of an answer. */
const sizeOf = async (send: Send, question: object): Promise<string> =>
  Buffer.byteLength(await send(JSON.stringify(question))).toLocaleString('en-US');

async function* busyCountry(): AsyncGenerator<Figure> {
  const [busy, quiet] = [countryNumber(0), countryNumber(1)];
  const { send, end } = await asking([
    ...meetingsWith(busy, MANY_MEETINGS, 1_000),
    ...meetingsWith(quiet, FEW_MEETINGS, 5_000),
  ]);
  try {
    yield figureOf({
      name: `the page of a country with ${MANY_MEETINGS.toLocaleString('en-US')} engagements`,
      unit: 'ms',
      what: `the page of a country with ${FEW_MEETINGS} engagements in the same record`,
      rounds: await inTurns(QUESTIONS, asked(send, lists.countryPage(busy)), asked(send, lists.countryPage(quiet))),
      targets: [atMost('ratio', NO_LONGER)],
    });
  } finally {
    await end();
  }
}

async function* allCountries(): AsyncGenerator<Figure> {
  const large = await asking(reportsOf(187, 25, 15));
  const small = await asking(reportsOf(187, 2, 15));
  try {
    for (const [name, question] of [
      ['a page of the portfolio', lists.portfolio()],
      ['a page of the list of recommendations', lists.recommendations()],
    ] as const) {
      yield figureOf({
        name: `${name}, 187 countries, 25 years, 15 recommendations each`,
        unit: 'ms',
        what: `the same with 2 years: ${await sizeOf(small.send, question)} bytes, here ${await sizeOf(large.send, question)}`,
        rounds: await inTurns(QUESTIONS, asked(large.send, question), asked(small.send, question)),
        targets: [atMost('ratio', NO_LONGER)],
      });
    }
  } finally {
    await Promise.all([large.end(), small.end()]);
  }
}

/** From the acknowledgement of a meeting until the last of many listeners was told, in milliseconds. */
const lastIsTold = async (server: LiveServer) => {
  const listeners = await Promise.all(Array.from({ length: SUBSCRIBERS }, () => listenToChanges(server)));
  const agent = keptAlive();
  let sent = 0;
  return {
    async once() {
      sent += 1;
      const { position, at } = await logMeeting(server, agent, sent);
      const told = await Promise.all(listeners.map((listener) => listener.toldOf(position)));
      return Math.max(0.01, Math.max(...told) - at);
    },
    end() {
      for (const listener of listeners) listener.close();
      agent.destroy();
    },
  };
};

async function* manySubscribers(): AsyncGenerator<Figure> {
  const ours = await asking([]);
  const program = new URL('./processes/bare-changes.ts', import.meta.url);
  const bare = await startProcess({ program, settings: {} });
  const told = await lastIsTold(ours.server);
  const hop = await lastIsTold({ address: bare.address, headers: {} });
  try {
    yield figureOf({
      name: `meeting acknowledged to the last of ${SUBSCRIBERS} live subscribers told`,
      unit: 'ms',
      what: 'a bare server that counts, and writes the number to as many event streams',
      rounds: await inTurns(TOLD_TIMES, told.once, hop.once),
    });
  } finally {
    told.end();
    hop.end();
    await Promise.all([ours.end(), bare.stop()]);
  }
}

export const whatGrows: Benchmark = {
  name: 'what-grows',
  async *run() {
    yield* longStream();
    yield* busyCountry();
    yield* allCountries();
    yield* manySubscribers();
  },
};
