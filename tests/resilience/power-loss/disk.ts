import { type DiskStep, ROOT } from './disk-step.ts';

/** Changes of a file or a folder since it was last synced: each may be on the disk or not, whatever becomes of the others. */
export type Change =
  | Extract<DiskStep, { kind: 'write' }>
  | Extract<DiskStep, { kind: 'resize' }>
  | Extract<DiskStep, { kind: 'entry' }>;

/** What surely lies on the disk, and what may. */
export interface DiskItem {
  /** Of a file. */
  bytes: Buffer;
  /** Of a folder: which file or folder each name means. */
  readonly names: Map<string, number>;
  isFolder: boolean;
  pending: Change[];
}

export interface Disk {
  take(step: DiskStep): void;
  item(file: number): DiskItem;
}

/** Keeps, for every file and folder, what a sync has made safe apart from what came after. */
export const emptyDisk = (): Disk => {
  const items = new Map<number, DiskItem>();
  const item = (file: number): DiskItem => {
    const known = items.get(file) ?? { bytes: Buffer.alloc(0), names: new Map(), isFolder: file === ROOT, pending: [] };
    items.set(file, known);
    return known;
  };
  return {
    item,
    take(step) {
      switch (step.kind) {
        case 'said':
          return;
        case 'folder':
          item(step.file).isFolder = true;
          return;
        case 'entry':
          item(step.folder).pending.push(step);
          return;
        case 'write':
        case 'resize':
          item(step.file).pending.push(step);
          return;
        case 'sync': {
          const synced = item(step.file);
          for (const change of synced.pending) applyChange(synced, change);
          synced.pending = [];
        }
      }
    },
  };
};

/** Carries a change out. A file gets more room than it needs, so that many small writes cost little. */
export const applyChange = (item: Pick<DiskItem, 'bytes' | 'names'>, change: Change): void => {
  switch (change.kind) {
    case 'entry':
      if (change.file === undefined) item.names.delete(change.name);
      else item.names.set(change.name, change.file);
      return;
    case 'resize':
      item.bytes = resized(item.bytes, change.size);
      return;
    case 'write':
      item.bytes = resized(item.bytes, Math.max(item.bytes.length, change.offset + change.bytes.length));
      change.bytes.copy(item.bytes, change.offset);
  }
};

const resized = (bytes: Buffer, size: number): Buffer => {
  if (size <= bytes.length) return size === bytes.length ? bytes : copyOf(bytes.subarray(0, size));
  // What lies behind the end was never written to: whatever shrinks is copied.
  if (bytes.byteOffset + size <= bytes.buffer.byteLength) return Buffer.from(bytes.buffer, bytes.byteOffset, size);
  const roomy = copyOf(bytes, size * 2);
  return Buffer.from(roomy.buffer, roomy.byteOffset, size);
};

/** With memory of its own, unlike what `Buffer.from` makes of little. */
export const copyOf = (bytes: Buffer, room = bytes.length): Buffer => {
  const copy = Buffer.alloc(room);
  bytes.copy(copy);
  return copy.subarray(0, bytes.length);
};
