import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '@demarche/contracts';
import { seededRandom } from '@demarche/testing/scenario';
import { choosePoints } from './choose-points.ts';
import { cutPower, whimsFrom } from './cut-power.ts';
import { emptyDisk } from './disk.ts';
import type { DiskStep } from './disk-step.ts';
import { judgeSurvivors } from './judge-survivors.ts';
import { judgeViews } from './judge-views.ts';

export interface Cuts {
  readonly steps: readonly DiskStep[];
  readonly history: readonly RecordedEvent[];
  readonly points: number;
  /** The views are looked at after each so-many-th cut. */
  readonly viewsEvery: number;
  readonly seed: number;
  /** Where the disks are rebuilt, one after the other. */
  readonly within: string;
}

export interface CutReport {
  readonly points: number;
  readonly viewPoints: number;
  /** Points at which events lay there that nobody had been told of, and how many in all. */
  readonly unacknowledgedThere: { points: number; events: number };
  readonly unacknowledgedDropped: { points: number; events: number };
  readonly recordFaults: string[];
  readonly viewFaults: string[];
}

/** Cuts the power at many moments of one recording, and looks each time at what a start makes of the disk. */
export const cutAndJudge = async ({ steps, history, points, viewsEvery, seed, within }: Cuts): Promise<CutReport> => {
  const random = seededRandom(seed);
  const chosen = choosePoints(steps, points, random);
  const disk = emptyDisk();
  const report: CutReport & { viewPoints: number } = {
    points,
    viewPoints: 0,
    unacknowledgedThere: { points: 0, events: 0 },
    unacknowledgedDropped: { points: 0, events: 0 },
    recordFaults: [],
    viewFaults: [],
  };
  const said = { asked: 0, held: 0 };
  let taken = 0;
  for (const [count, point] of chosen.entries()) {
    for (const step of steps.slice(taken, point + 1)) {
      disk.take(step);
      if (step.kind === 'said') said[step.word] = Math.max(said[step.word], step.position);
    }
    taken = point + 1;
    const folder = mkdtempSync(join(within, 'cut-'));
    const whims = whimsFrom(random);
    cutPower(disk, whims, folder);
    const name = `point ${point} of ${steps.length}, ${whims.kept} kept in sectors of ${whims.sector}`;
    const survivors = await judgeSurvivors(folder, history, said);
    report.recordFaults.push(...survivors.faults.map((fault) => `${name}: ${fault}`));
    countIn(report.unacknowledgedThere, survivors.unacknowledgedThere);
    countIn(report.unacknowledgedDropped, survivors.unacknowledgedDropped);
    if (survivors.faults.length === 0 && count % viewsEvery === 0) {
      report.viewPoints += 1;
      report.viewFaults.push(...(await judgeViews(folder)).map((fault) => `${name}: ${fault}`));
    }
    rmSync(folder, { recursive: true });
  }
  return report;
};

const countIn = (tally: { points: number; events: number }, events: number): void => {
  if (events > 0) tally.points += 1;
  tally.events += events;
};
