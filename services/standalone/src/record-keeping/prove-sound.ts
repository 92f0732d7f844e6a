import { checkRows, type Finding } from './check-rows.ts';
import { KeepingRefused } from './keeping-refused.ts';
import type { Progress, RecordFiles } from './record-files.ts';

interface Expected {
  readonly position: number;
  readonly progress: Progress;
}

/** What only says that this release cannot read an event, or would not have written it, does not make a copy unsound. */
const DAMAGE: readonly Finding['code'][] = ['file-damaged', 'position-missing', 'event-damaged'];

/**
 * Reads a copy from end to end: its pages, and every event against its checksum.
 * @throws KeepingRefused where it is not what was to be copied
 */
export const proveSound = (files: RecordFiles, copy: string, { position, progress }: Expected): void => {
  const snapshot = files.look(copy, { unchanging: true });
  const damage: string[] = [];
  try {
    progress('Checking the copy', 0);
    damage.push(...snapshot.structuralFaults());
    if (snapshot.head !== position) damage.push(`it ends at ${snapshot.head}, and not at ${position}`);
    const note = ({ code, message }: Finding) => {
      if (DAMAGE.includes(code)) damage.push(message);
    };
    checkRows(snapshot, note, (_, part) => progress('Checking the copy', part));
  } finally {
    snapshot.close();
  }
  const [first] = damage;
  if (first === undefined) return;
  throw new KeepingRefused(
    'unsound',
    `The record is damaged, and so would be every copy of it: ${first}. "demarche verify" says all that is wrong. Keep the older backups.`,
  );
};
