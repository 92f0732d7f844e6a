import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { CountryCode } from '@demarche/contracts';
import type { SeededRandom } from '@demarche/testing/scenario';
import { type LiveUpdate, subscribe } from '../hostile/attacks/live-updates.ts';
import { deskWork } from '../load/desk.ts';
import { COMMON_COUNTRY, EMBASSY_OFFICER, LEAD, SECOND_LEAD } from '../load/errand.ts';
import { sendErrand, signIn } from '../load/send-errand.ts';
import { pageQuestions } from './page-questions.ts';

/** Milliseconds of the requests answered since it was last emptied. */
interface Latencies {
  readonly reads: number[];
  readonly writes: number[];
}

export interface SoakLoad {
  readonly latencies: Latencies;
  readonly counts: Readonly<Record<string, number>>;
  /** What ought not to have happened, in sentences. */
  readonly faults: readonly string[];
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

const WRITERS = 4;
const READERS = 4;
const SUBSCRIBERS = 40;
/** A desk goes on to another country before its records become longer than anybody's. */
const ERRANDS_PER_DESK = 150;
const LETTERS = 26;

/** Writers, readers, subscribers that come and go, imports, and a rebuild from time to time; all of them at an even pace. */
export const soakLoad = async (address: string, random: SeededRandom): Promise<SoakLoad> => {
  const port = Number(new URL(address).port);
  const cookies = await signIn(address, [LEAD, SECOND_LEAD, EMBASSY_OFFICER]);
  const cookie = cookies.get(LEAD) ?? '';
  const ask = await pageQuestions(random.fork(1));
  const over = new AbortController();
  const latencies: Latencies = { reads: [], writes: [] };
  const counts: Record<string, number> = {};
  const faults: string[] = [];

  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const pause = (milliseconds: number): Promise<void> =>
    delay(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  const post = async (path: string, body: unknown): Promise<string> => {
    const headers = { 'content-type': 'application/json', cookie };
    const response = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${path} was answered ${response.status}: ${text.slice(0, 300)}`);
    return text;
  };
  const repeat = async (what: string, paceMs: number, work: () => Promise<unknown>): Promise<void> => {
    while (!over.signal.aborted) {
      try {
        await work();
        count(what);
      } catch (error) {
        faults.push(`${what}: ${String(error)}`);
      }
      await pause(paceMs);
    }
  };

  let desks = 0;
  const newDesk = (): ReturnType<typeof deskWork> => {
    const number = desks++;
    const letters = [number / LETTERS, number % LETTERS].map((at) =>
      String.fromCodePoint(65 + (Math.floor(at) % LETTERS)),
    );
    return deskWork(`Q${letters.join('')}` as CountryCode, random.fork(1_000 + number));
  };
  const writer = (): Promise<void> => {
    let [desk, done] = [newDesk(), 0];
    return repeat('writes', 100, async () => {
      done += 1;
      if (done % ERRANDS_PER_DESK === 0) desk = newDesk();
      const errand = desk.next().value;
      // What all desks share would grow without end.
      if (JSON.stringify(errand.input).includes(COMMON_COUNTRY)) return;
      const began = performance.now();
      const reply = await sendErrand({ address, cookies }, errand, crypto.randomUUID());
      latencies.writes.push(performance.now() - began);
      if (!reply || 'problem' in reply) throw new Error(`${errand.definition.name}: ${JSON.stringify(reply)}`);
      errand.learn?.(reply.answer);
    });
  };
  const reader = (): Promise<void> =>
    repeat('reads', 50, async () => {
      const question = ask();
      const began = performance.now();
      const answer = await post('/graphql', question);
      latencies.reads.push(performance.now() - began);
      if (answer.includes('"errors"')) throw new Error(answer.slice(0, 300));
    });
  const subscriber = (): Promise<void> =>
    repeat('subscriptions', 0, async () => {
      const live: LiveUpdate = await subscribe(port, cookie);
      await pause(random.integer(200, 8_000));
      live.drop();
    });
  const running = [
    ...Array.from({ length: WRITERS }, writer),
    ...Array.from({ length: READERS }, reader),
    ...Array.from({ length: SUBSCRIBERS }, subscriber),
    repeat('imports', 5_000, () => post('/import/preview', narrative)),
    pause(30_000).then(() => repeat('rebuilds', 120_000, () => post('/operator/projections/rebuild', {}))),
  ];
  return {
    latencies,
    counts,
    faults,
    async stop() {
      over.abort();
      await Promise.all(running);
    },
  };
};

const narrative = {
  files: [2023, 2024, 2025].map((year) => ({
    name: `kaldara-${year}.txt`,
    contentBase64: readFileSync(new URL(`../../journeys/narratives/kaldara-${year}.txt`, import.meta.url)).toString(
      'base64',
    ),
  })),
};
