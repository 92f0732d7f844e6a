import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@demarche/testing/scenario';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { seed } from '../seed.ts';
import { cutAndJudge } from './cut-and-judge.ts';
import { cutPower } from './cut-power.ts';
import { emptyDisk } from './disk.ts';
import { disksAfterCuts } from './disks-after-cuts.ts';
import { faultOfStart, recordFirstStart } from './first-start.ts';
import { judgeViews } from './judge-views.ts';
import { recordBuild } from './record-build.ts';
import { recordHistory } from './record-history.ts';
import { tracedFolder, whyNoTrace } from './trace-program.ts';

const reason = whyNoTrace();
const skipped = reason && ` (${reason})`;

/** In memory where there is such a place: what the disks hold has been drawn already. */
const within = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(within, 'demarche-power-loss-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const say = (what: string, figures: object): boolean => process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);

describe.skipIf(reason)(`The power fails while events are recorded${skipped}`, () => {
  test('a disk that forgets nothing is rebuilt byte for byte: the model knows every write', async () => {
    const folder = temporaryFolder();
    const { before, steps } = await recordHistory({ folder, seed, events: 60 });
    const disk = emptyDisk();
    for (const step of [...before, ...steps]) disk.take(step);
    const rebuilt = join(folder, 'rebuilt');
    const nothingLost = { random: seededRandom(seed), kept: 1, sector: 512, filler: 0, staleIndex: false };
    cutPower(disk, nothingLost, rebuilt);
    for (const name of ['events.sqlite', 'views/views.1.sqlite']) {
      const [found, real] = [rebuilt, tracedFolder(folder)].map((root) => readFileSync(join(root, 'data', name)));
      expect(Buffer.compare(found ?? Buffer.of(), real ?? Buffer.of())).toBe(0);
    }
  });

  test('every acknowledged event is there when it is back, and the views catch up to those of a clean replay', async () => {
    const folder = temporaryFolder();
    const recorded = await recordHistory({ folder, seed, events: rounds({ short: 300, long: 1_500 }) });
    const points = rounds({ short: 40, long: 1_000 });
    const report = await cutAndJudge({ ...recorded, points, viewsEvery: 5, seed, within: folder });
    const { recordFaults, viewFaults, ...figures } = report;
    say('power loss', { seed, steps: recorded.steps.length, events: recorded.history.length, ...figures });
    expect([...recordFaults, ...viewFaults].slice(0, 10), `VITE_SEED=${seed}`).toEqual([]);
    expect(figures.unacknowledgedThere.events + figures.unacknowledgedDropped.events).toBeGreaterThan(0);
  });

  test('views that threads build are gone on with or built anew, and are those of a clean replay', async () => {
    const within = temporaryFolder();
    const traced = await recordBuild(within, seed, 300);
    const points = rounds({ short: 2, long: 100 });
    const faults: string[] = [];
    for (const { folder, name } of disksAfterCuts({ ...traced, points, seed, within })) {
      faults.push(...(await judgeViews(folder, 'threads')).map((fault) => `${name}: ${fault}`));
    }
    expect(faults.slice(0, 10), `VITE_SEED=${seed}`).toEqual([]);
  });

  test('a first start that is cut off is begun again without trouble, and what it said is ready stays ready', async () => {
    const within = temporaryFolder();
    const traced = await recordFirstStart(within);
    const points = rounds({ short: 1, long: 50 });
    const faults: string[] = [];
    for (const { folder, name } of disksAfterCuts({ ...traced, points, seed, within })) {
      const fault = await faultOfStart(folder);
      if (fault) faults.push(`${name}: ${fault}`);
    }
    expect(faults, `VITE_SEED=${seed}`).toEqual([]);
  });

  test.each(['OFF', 'NORMAL'] as const)(
    'a record that is kept with synchronous=%s is found out',
    async (synchronous) => {
      const folder = temporaryFolder();
      const recorded = await recordHistory({ folder, seed, events: 300, synchronous });
      const report = await cutAndJudge({ ...recorded, points: 60, viewsEvery: 60, seed, within: folder });
      say(`power loss, synchronous=${synchronous}`, {
        ...report,
        recordFaults: report.recordFaults.length,
        lost: report.recordFaults.filter((fault) => fault.includes('were acknowledged')).length,
      });
      expect(report.recordFaults.join(), `VITE_SEED=${seed}`).toContain('were acknowledged');
    },
  );
});
