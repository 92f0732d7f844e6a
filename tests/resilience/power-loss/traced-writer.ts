// Runs under strace: records a history in a new folder while the views follow, and says on standard output what it asked
// for and what it was told is durable, so that the trace has both in order with the writes.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '@demarche/contracts';
import { sqliteEventStore } from '@demarche/event-store/sqlite';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { projectionsModule } from '@demarche/projections';
import { generateScenario, seededRandom } from '@demarche/testing/scenario';
import { nothingBehind } from '../views/nothing-behind.ts';
import { commandsIn } from './commands-in.ts';

const [, , folder = '', events = '', seed = ''] = process.argv;

const SESSIONS = 2;
/** At most so many appends wait together for one commit. */
const TOGETHER = 6;

const history = generateScenario({
  seed: Number(seed),
  countries: 2,
  fromYear: 2020,
  toYear: 2026,
  today: '2026-11-01',
  eventsTarget: Number(events),
});
const commands = [...commandsIn(history)];
const random = seededRandom(Number(seed));

const say = (word: 'asked' | 'held', position: number): void => {
  writeSync(1, `${word} ${position}\n`);
};

let asked = 0;
const record = async (part: readonly (readonly RecordedEvent[])[]): Promise<void> => {
  const store = sqliteEventStore({ file: join(folder, 'data', 'events.sqlite') });
  const projections = projectionsModule({
    feed: storeFeed({ log: store }),
    signals: inProcessSignals(),
    clock: { now: () => new Date().toISOString() },
    path: join(folder, 'data', 'views', 'views.sqlite'),
  });
  const append = async ([first, ...others]: readonly RecordedEvent[]): Promise<void> => {
    if (!first) return;
    say('asked', (asked += 1 + others.length));
    const expected = first.revision === 0 ? 'no-stream' : first.revision - 1;
    const answer = await store.append(first.stream, [first, ...others], expected);
    if (answer.outcome === 'conflict') throw new Error(`${first.stream} was not as it should be`);
    say('held', answer.position);
  };
  for (let at = 0; at < part.length; ) {
    const count = random.integer(1, TOGETHER);
    await Promise.all(part.slice(at, at + count).map(append));
    at += count;
  }
  await nothingBehind(projections);
  await projections.stop();
  await store.close();
};

const half = Math.ceil(commands.length / SESSIONS);
for (let session = 0; session < SESSIONS; session += 1) {
  await record(commands.slice(session * half, (session + 1) * half));
}
