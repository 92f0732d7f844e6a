import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openStoreSnapshot } from '@demarche/event-store/sqlite';
import type { Acknowledged } from '../load/acknowledged.ts';
import { sendErrand } from '../load/send-errand.ts';
import { startDemarche } from '../storage-faults/run-demarche.ts';
import { runCommand } from './run-command.ts';
import { connectTo, type Writers } from './writers.ts';

export interface Drill {
  /** Where Demarche records meanwhile. */
  readonly data: string;
  readonly writers: Writers;
  /** A folder for what this round makes. */
  readonly room: string;
  /** How the backup is taken; the command itself, unless a test takes a guard away. */
  readonly backup?: (data: string, target: string) => Promise<void>;
}

export interface Drilled {
  /** What was answered before the backup began. */
  readonly acknowledgedBefore: number;
  readonly recordedMeanwhile: number;
  readonly askedAgain: number;
  readonly findings: readonly string[];
}

const ASKED_AGAIN = 24;

/**
 * One round: a backup is taken while others record, restored elsewhere, verified and started. Everything that was
 * answered before is in it, and answered as then when it is asked again under the same key.
 */
export const drill = async ({ data, writers, room, backup = byCommand }: Drill): Promise<Drilled> => {
  const target = join(room, 'backup');
  const restored = join(room, 'data');
  const findings: string[] = [];
  writers.goOn();
  await writers.afterMore(8);
  const before = [...writers.acknowledged];
  await backup(data, target);
  writers.pause();
  const recordedMeanwhile = writers.acknowledged.length - before.length;
  const done = { acknowledgedBefore: before.length, recordedMeanwhile, askedAgain: 0, findings };
  findings.push(...(await failing('restore', target, '--data', restored)));
  if (findings.length > 0) return done;
  findings.push(...(await failing('verify', restored, '--no-views', '--json')));
  findings.push(...missingFrom(join(restored, 'events.sqlite'), before));
  const demarche = await startDemarche({ folder: restored });
  const asked = before.filter(({ reply }) => reply.answer.recorded).slice(-ASKED_AGAIN);
  findings.push(...(await answeredOtherwise(demarche.address, asked)));
  findings.push(...(await failing('verify', '--data', restored, '--json')));
  await demarche.stop();
  rmSync(room, { recursive: true });
  return { ...done, askedAgain: asked.length };
};

const byCommand = async (data: string, target: string): Promise<void> => {
  const { code, said } = await runCommand('backup', target, '--data', data, '--json');
  if (code !== 0) throw new Error(`The backup ended with ${code}: ${said}`);
};

const failing = async (...commandLine: readonly string[]): Promise<readonly string[]> => {
  const { code, said, printed } = await runCommand(...commandLine);
  return code === 0 ? [] : [`${commandLine[0]} ended with ${code}: ${said}${printed}`];
};

const missingFrom = (file: string, acknowledged: readonly Acknowledged[]): readonly string[] => {
  const snapshot = openStoreSnapshot(file);
  const held = new Set<string>();
  try {
    for (let after = 0; after < snapshot.head; ) {
      const rows = snapshot.rows(after, 1_000);
      const ids = rows.flatMap((row) => ('event' in row ? [row.event.eventId] : []));
      ids.forEach((id) => held.add(id));
      after = rows.at(-1)?.position ?? snapshot.head;
    }
  } finally {
    snapshot.close();
  }
  return acknowledged
    .filter(({ reply }) => reply.answer.events.some(({ eventId }) => !held.has(eventId)))
    .map(({ errand, reply }) => `${errand.definition.name}, acknowledged at ${reply.position}, is not in the backup`);
};

const answeredOtherwise = async (
  address: string,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> => {
  const connection = await connectTo(address);
  const found: string[] = [];
  for (const { errand, key, reply } of acknowledged) {
    const again = await sendErrand(connection, errand, key);
    const asBefore = isDeepStrictEqual(again, { ...reply, answer: { ...reply.answer, repeated: true } });
    if (!asBefore) found.push(`${errand.definition.name} ${key} was answered ${JSON.stringify(again)}`);
  }
  return found;
};
