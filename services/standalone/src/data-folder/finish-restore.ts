import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RESTORING, syncPath } from '@demarche/event-store';
import { z } from 'zod';

/** What a restore puts in place of what: written beside the files before the first is moved. */
export const RestorePlan = z.object({
  /** The folder, within the data folder, that keeps what was there before. */
  aside: z.string().regex(/^replaced-[\w-]+$/),
});
export type RestorePlan = z.infer<typeof RestorePlan>;

/** Complete as soon as it has this name; under the other, a restore was broken off and left no trace elsewhere. */
export const STAGED = RESTORING;
export const STAGED_IN_PART = `${RESTORING}.partial`;
export const PLAN = 'plan.json';

export const RECORD = 'events.sqlite';
export const VIEWS = 'views';
export const DEMONSTRATION = 'demonstration.json';

/** With a record, all of this goes. */
const PARTS = [DEMONSTRATION, `${RECORD}-wal`, `${RECORD}-shm`, RECORD] as const;

/**
 * Puts a staged restore in place, whether it was begun just now or before a power cut: first everything of before goes
 * aside, and once that is durable the plan is deleted; then the new comes in. Whatever was done already is passed over. The
 * views go, as they are of another record, and are built anew. Call it with the folder's lock only.
 */
export const finishRestore = (folder: string): void => {
  const staged = join(folder, STAGED);
  if (!existsSync(staged)) return;
  if (existsSync(join(staged, PLAN))) putAside(folder, join(staged, PLAN));
  for (const name of [DEMONSTRATION, RECORD]) move(join(staged, name), join(folder, name));
  syncPath(folder);
  rmSync(staged, { recursive: true });
  syncPath(folder);
};

const putAside = (folder: string, plan: string): void => {
  const aside = join(folder, RestorePlan.parse(JSON.parse(readFileSync(plan, 'utf8'))).aside);
  rmSync(join(folder, VIEWS), { recursive: true, force: true });
  const replaced = PARTS.filter((name) => existsSync(join(folder, name)));
  if (replaced.length > 0) {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const name of replaced) move(join(folder, name), join(aside, name));
    syncPath(aside);
  }
  syncPath(folder);
  rmSync(plan);
  syncPath(dirname(plan));
};

const move = (from: string, to: string): void => {
  if (existsSync(from)) renameSync(from, to);
};
