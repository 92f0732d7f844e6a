import type { ImportHints, ImportPreviewRow } from '@demarche/contracts';

export type Row = ImportPreviewRow;
export type Report = NonNullable<Row['report']>;

/** A narrative on its way in: what was read of it, what a person changed, and what became of it. */
export interface Entry {
  readonly key: string;
  readonly file: File;
  /** Which narrative of a file that was read as several; null where it is read as one. */
  readonly part: number | null;
  readonly state: 'reading' | 'read' | 'unreadable' | 'saving' | 'saved' | 'failed';
  readonly row: Row | null;
  /** As it will be saved. */
  readonly report: Report | null;
  readonly hints: ImportHints;
  readonly chosen: boolean;
  /** The person has looked at the items of an unsure reading. */
  readonly checked: boolean;
  readonly message: string | null;
  /** Sent twice, it is recorded once. */
  readonly commandId: string;
}

export const entryOf = (file: File): Entry => ({
  key: `${file.name} ${file.size} ${file.lastModified}`,
  file,
  part: null,
  state: 'reading',
  row: null,
  report: null,
  hints: {},
  chosen: true,
  checked: false,
  message: null,
  commandId: crypto.randomUUID(),
});

/** What was just read, before anybody changed or checked anything. */
export const readAs = (row: Row): Partial<Entry> => ({
  state: 'read',
  row,
  report: row.report,
  checked: false,
  message: null,
});

/** One entry for each narrative of a file that was read as several. */
export const partsOf = (whole: Entry, rows: readonly Row[]): readonly Entry[] =>
  rows.map((row, index) => ({
    ...whole,
    ...readAs(row),
    key: `${whole.key}#${index + 1}`,
    part: index,
    commandId: crypto.randomUUID(),
  }));

export const nameOf = ({ row, file, part }: Entry): string =>
  part === null ? file.name : (row?.file ?? `${file.name}#${part + 1}`);

/** Whether it may not be saved before a person has looked at its items. */
export const isUnsure = ({ row }: Entry): boolean => row?.outcome === 'unsure';

/** Whether saving it would record anything. */
export const isWorthSaving = (entry: Entry): boolean => {
  const { row, state, chosen, checked } = entry;
  if (!chosen || !(state === 'read' || state === 'failed')) return false;
  return isUnsure(entry) ? checked : row?.outcome === 'new' || row?.outcome === 'reworded';
};
