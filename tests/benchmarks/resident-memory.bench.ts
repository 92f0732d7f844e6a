import { execFileSync } from 'node:child_process';
import { atMost, type Benchmark, figureOf } from './benchmark.ts';
import { clearFolder } from './cleared-at-exit.ts';
import { sender } from './graphql/latency.ts';
import { busiestAt, questionsOf } from './graphql/questions.ts';
import { keptAlive, type LiveServer, logMeeting } from './live-server.ts';
import { signIn, startStandalone, usualOptions, viewsUpToDate } from './processes/standalone.ts';
import { startProcess } from './processes/start-process.ts';

const EVENTS = 1_000_000;
const MEGABYTES = 300;
const TIMES = 40;
const MEETINGS = 500;

const sameModules = new URL('./processes/same-modules.ts', import.meta.url);

/** As the operating system counts it. */
const residentMegabytes = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1_024;

/** Every ordinary question many times, and meetings logged after them. */
const use = async (server: LiveServer): Promise<void> => {
  const send = sender(server.address, server.headers);
  const questions = questionsOf(await busiestAt(send, {}));
  for (let time = 0; time < TIMES; time += 1) {
    for (const { query, variables } of questions) await send(JSON.stringify({ query, variables }));
  }
  const agent = keptAlive();
  for (let number = 0; number < MEETINGS; number += 1) await logMeeting(server, agent, number);
  agent.destroy();
  await viewsUpToDate(server.address);
};

export const residentMemory: Benchmark = {
  name: 'resident-memory',
  async *run({ events = EVENTS, histories }) {
    const { folder } = await histories.copyOf(events);
    const [ours, bare] = await Promise.all([
      startStandalone({ folder }),
      startProcess({ program: sameModules, settings: {}, nodeOptions: usualOptions }),
    ]);
    try {
      await use({ address: ours.address, headers: { cookie: await signIn(ours.address) } });
      yield figureOf({
        name: `resident memory after use, ${events.toLocaleString('en-US')} events`,
        unit: 'MB',
        what: 'a process with the same modules loaded and nothing done',
        rounds: [{ value: residentMegabytes(ours.pid), baseline: residentMegabytes(bare.pid) }],
        targets: [atMost('value', MEGABYTES)],
      });
    } finally {
      await Promise.all([ours.stop(), bare.stop()]);
      clearFolder(folder);
    }
  },
};
