import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeededRandom } from '@demarche/testing/scenario';
import { applyChange, type Change, copyOf, type Disk, type DiskItem } from './disk.ts';
import { ROOT } from './disk-step.ts';

/** How the disk treats what nobody has waited for. */
export interface Whims {
  readonly random: SeededRandom;
  /** How likely any part of it is there. 0: nothing is; 1: all is, as after a mere kill. */
  readonly kept: number;
  /** Parts of a write of this size are there or not, each for itself. */
  readonly sector: number;
  /** What lies in a file where it has grown and nothing was written. */
  readonly filler: number;
  /** Whether SQLite finds an index of the log that is nobody's. */
  readonly staleIndex: boolean;
}

export const whimsFrom = (random: SeededRandom): Whims => ({
  random,
  kept: random.pick([0, 0.1, 0.5, 0.9, 1]),
  sector: random.pick([512, 4_096, Number.POSITIVE_INFINITY]),
  filler: random.pick([0, 0xa5]),
  staleIndex: random.chance(0.3),
});

/** Writes into a folder what may be found on the disk after the power failed at this moment. */
export const cutPower = (disk: Disk, whims: Whims, folder: string): void => {
  const write = (file: number, path: string): void => {
    const item = disk.item(file);
    const { names, bytes } = afterwards(item, whims);
    if (!item.isFolder) {
      writeFileSync(path, bytes);
      if (whims.staleIndex && path.endsWith('-wal')) writeFileSync(path.replace(/wal$/, 'shm'), staleIndex);
      return;
    }
    mkdirSync(path, { recursive: true });
    for (const [name, child] of names) write(child, join(path, name));
  };
  write(ROOT, folder);
};

const staleIndex = Buffer.alloc(32_768, 0x5a);

const afterwards = ({ bytes, names, pending }: DiskItem, whims: Whims): Pick<DiskItem, 'bytes' | 'names'> => {
  const found = { bytes: pending.length > 0 ? copyOf(bytes) : bytes, names: new Map(names) };
  for (const change of pending) {
    for (const part of partsKept(change, whims)) applyFilled(found, part, whims.filler);
  }
  return found;
};

function* partsKept(change: Change, { random, kept, sector }: Whims): Generator<Change> {
  if (change.kind !== 'write') {
    if (random.chance(kept)) yield change;
    return;
  }
  const { bytes, offset } = change;
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + sector - ((offset + from) % sector || 0));
    if (random.chance(kept)) yield { ...change, offset: offset + from, bytes: bytes.subarray(from, to) };
    from = to;
  }
}

/** As `applyChange`, but where the file grows over a hole, anything may lie in the hole. */
const applyFilled = (found: Pick<DiskItem, 'bytes' | 'names'>, change: Change, filler: number): void => {
  const before = found.bytes.length;
  applyChange(found, change);
  const holeEnds = change.kind === 'write' ? change.offset : found.bytes.length;
  if (holeEnds > before) found.bytes.fill(filler, before, holeEnds);
};
