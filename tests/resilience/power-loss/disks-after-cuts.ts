import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@demarche/testing/scenario';
import { choosePoints } from './choose-points.ts';
import { cutPower, whimsFrom } from './cut-power.ts';
import { emptyDisk } from './disk.ts';
import type { TracedSteps } from './trace-program.ts';

export interface Cuts extends TracedSteps {
  readonly points: number;
  readonly seed: number;
  /** Where the disks are rebuilt, one after the other. */
  readonly within: string;
}

export interface DiskAfterCut {
  readonly folder: string;
  /** When and how the power failed. */
  readonly name: string;
  /** How many events had been asked for by then, and how many were said to be durable. */
  readonly asked: number;
  readonly held: number;
}

/** What a disk may hold when the power fails: one for each moment drawn, and each gone when the next is asked for. */
export function* disksAfterCuts({ before, steps, points, seed, within }: Cuts): Generator<DiskAfterCut> {
  const random = seededRandom(seed);
  const disk = emptyDisk();
  for (const step of before) disk.take(step);
  const said = { asked: 0, held: 0 };
  let taken = 0;
  for (const point of choosePoints(steps, points, random)) {
    for (const step of steps.slice(taken, point + 1)) {
      disk.take(step);
      if (step.kind === 'said') said[step.word] = Math.max(said[step.word], step.position);
    }
    taken = point + 1;
    const folder = mkdtempSync(join(within, 'cut-'));
    const whims = whimsFrom(random);
    cutPower(disk, whims, folder);
    const name = `point ${point} of ${steps.length}, ${whims.kept} kept in sectors of ${whims.sector}`;
    yield { folder, name, ...said };
    rmSync(folder, { recursive: true });
  }
}
