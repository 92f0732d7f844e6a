import type { RecordedEvent } from '@demarche/contracts';
import { type Cuts, disksAfterCuts } from './disks-after-cuts.ts';
import { judgeSurvivors } from './judge-survivors.ts';
import { judgeViews } from './judge-views.ts';

export interface JudgedCuts extends Cuts {
  readonly history: readonly RecordedEvent[];
  /** The views are looked at after each so-many-th cut. */
  readonly viewsEvery: number;
}

export interface CutReport {
  readonly points: number;
  readonly viewPoints: number;
  /** Points at which events lay there that nobody had been told of, and how many in all. */
  readonly unacknowledgedThere: Tally;
  readonly unacknowledgedDropped: Tally;
  readonly recordFaults: readonly string[];
  readonly viewFaults: readonly string[];
}

interface Tally {
  points: number;
  events: number;
}

/** Cuts the power at many moments of one recording, and looks each time at what a start makes of the disk. */
export const cutAndJudge = async (cuts: JudgedCuts): Promise<CutReport> => {
  const recordFaults: string[] = [];
  const viewFaults: string[] = [];
  const [there, dropped]: [Tally, Tally] = [noneYet(), noneYet()];
  let [points, viewPoints] = [0, 0];
  for (const { folder, name, ...said } of disksAfterCuts(cuts)) {
    const survivors = await judgeSurvivors(folder, cuts.history, said);
    recordFaults.push(...survivors.faults.map((fault) => `${name}: ${fault}`));
    countIn(there, survivors.unacknowledgedThere);
    countIn(dropped, survivors.unacknowledgedDropped);
    points += 1;
    if (survivors.faults.length > 0 || points % cuts.viewsEvery > 0) continue;
    viewPoints += 1;
    viewFaults.push(...(await judgeViews(folder)).map((fault) => `${name}: ${fault}`));
  }
  return { points, viewPoints, unacknowledgedThere: there, unacknowledgedDropped: dropped, recordFaults, viewFaults };
};

const noneYet = (): Tally => ({ points: 0, events: 0 });

const countIn = (tally: Tally, events: number): void => {
  if (events > 0) tally.points += 1;
  tally.events += events;
};
