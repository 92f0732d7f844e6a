import { randomUUID } from 'node:crypto';
import { atLeast, atMost, type Benchmark, type Figure, figureOf, percentile } from './benchmark.ts';
import { clearFolder, temporaryFolder } from './cleared-at-exit.ts';
import { type HttpLoadResult, httpLoad } from './http-load.ts';
import { meetingBody } from './meeting-body.ts';
import { signIn, startStandalone, viewsUpToDate } from './processes/standalone.ts';
import { type RunningProcess, startProcess } from './processes/start-process.ts';
import { officerHeader, startEngagements } from './processes/write-service.ts';

const ROUNDS = 7;
const SECONDS = 3;
const CONNECTIONS = 20;

const echo = new URL('./processes/bare-echo.ts', import.meta.url);

/** Something that meetings are posted to. */
interface Subject {
  readonly name: string;
  readonly process: RunningProcess;
  readonly path: string;
  readonly headers: () => Readonly<Record<string, string>>;
  /** Waits until what the last round left to do is done, so that it does not fall on the baseline's round. */
  settle(): Promise<void>;
}

interface Round {
  readonly ours: HttpLoadResult;
  readonly bare: HttpLoadResult;
}

const standalone = async (folder: string): Promise<Subject> => {
  const process = await startStandalone({ folder });
  const cookie = await signIn(process.address);
  const settle = () => viewsUpToDate(process.address);
  return {
    name: 'standalone, with its views kept up',
    process,
    path: '/api/engagements',
    headers: () => ({ cookie }),
    settle,
  };
};

const writeService = async (folder: string): Promise<Subject> => ({
  name: 'the engagements service',
  process: await startEngagements(folder),
  path: '/api/engagements',
  headers: officerHeader,
  settle: async () => {},
});

const bareEcho = async (): Promise<Subject> => ({
  name: 'bare Express 5 and zod that send the same body back, under the same load',
  process: await startProcess({ program: echo, settings: {} }),
  path: '/engagements',
  headers: () => ({}),
  settle: async () => {},
});

const postTo = async ({ process: { address }, path, headers, settle }: Subject): Promise<HttpLoadResult> => {
  let sent = 0;
  const next = () => {
    sent += 1;
    return { headers: { 'idempotency-key': randomUUID() }, body: meetingBody(sent) };
  };
  const result = await httpLoad({
    address,
    path,
    headers: headers(),
    connections: CONNECTIONS,
    seconds: SECONDS,
    expected: 201,
    next,
  });
  await settle();
  return result;
};

const measure = async (ours: Subject, bare: Subject): Promise<readonly Round[]> => {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    rounds.push({ ours: await postTo(ours), bare: await postTo(bare) });
  }
  // The first round warms both up.
  return rounds.slice(1);
};

const throughput = (ours: Subject, bare: Subject, rounds: readonly Round[]): Figure =>
  figureOf({
    name: `meetings logged over HTTP, ${CONNECTIONS} connections: ${ours.name}`,
    unit: '1/s',
    what: bare.name,
    rounds: rounds.map((round) => ({ value: round.ours.perSecond, baseline: round.bare.perSecond })),
    targets: [atLeast('ratio', 0.6)],
  });

const slowest = (ours: Subject, bare: Subject, rounds: readonly Round[]): Figure =>
  figureOf({
    name: `a meeting logged over HTTP, ${CONNECTIONS} connections, p99: ${ours.name}`,
    unit: 'ms',
    what: bare.name,
    rounds: rounds.map((round) => ({
      value: percentile(round.ours.milliseconds, 0.99),
      baseline: percentile(round.bare.milliseconds, 0.99),
    })),
    targets: [atMost('ratio', 3)],
  });

export const logAMeeting: Benchmark = {
  name: 'log-a-meeting',
  async *run() {
    const bare = await bareEcho();
    for (const start of [standalone, writeService]) {
      const folder = temporaryFolder();
      const ours = await start(folder);
      try {
        const rounds = await measure(ours, bare);
        yield throughput(ours, bare, rounds);
        yield slowest(ours, bare, rounds);
      } finally {
        await ours.process.stop();
        clearFolder(folder);
      }
    }
    await bare.process.stop();
  },
};
