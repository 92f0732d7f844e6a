import type { ImportHints, ImportPreviewRow } from '@demarche/contracts';

type Notice = ImportPreviewRow['warnings'][number];

/** What reading a file would do. */
export type Row = Omit<ImportPreviewRow, 'outcome' | 'toConfirm' | 'cut' | 'parts'> & {
  /** `unsure`: nothing before a person has looked at the items. */
  readonly outcome: ImportPreviewRow['outcome'] | 'unsure';
  /** Warnings after which the items themselves may be wrong. */
  readonly toConfirm?: readonly Notice[];
  /** Where the list breaks off, and the words of the unfinished item, which is not brought in. */
  readonly cut?: { readonly after: number; readonly text: string | null } | null;
  /** When refused for holding several narratives: which. */
  readonly parts?: ReadonlyArray<{ readonly name: string; readonly firstLine: number }> | null;
};
export type Report = NonNullable<Row['report']>;

/** A file on its way in: what was read of it, what a person changed, and what became of it. */
export interface Entry {
  readonly key: string;
  readonly file: File;
  readonly name: string;
  readonly state: 'reading' | 'read' | 'unreadable' | 'saving' | 'saved' | 'failed';
  readonly row: Row | null;
  /** As it will be saved. */
  readonly report: Report | null;
  readonly hints: ImportHints;
  readonly chosen: boolean;
  readonly message: string | null;
  /** Sent twice, it is recorded once. */
  readonly commandId: string;
}

export const entryOf = (file: File): Entry => ({
  key: `${file.name} ${file.size} ${file.lastModified}`,
  file,
  name: file.name,
  state: 'reading',
  row: null,
  report: null,
  hints: {},
  chosen: true,
  message: null,
  commandId: crypto.randomUUID(),
});

/** What a person changed against what was read, field by field, to be kept with the report. */
export const amendmentsOf = (read: Report, saved: Report): Report['amendments'] => {
  const pairs: ReadonlyArray<readonly [string, unknown, unknown]> = [
    ['country', read.country, saved.country],
    ['countryName', read.countryName, saved.countryName],
    ['reportYear', read.reportYear, saved.reportYear],
    ['publishedOn', read.publishedOn ?? '', saved.publishedOn ?? ''],
    ['tier', read.tier?.value ?? '', saved.tier?.value ?? ''],
    ...Array.from(
      { length: Math.max(read.recommendations.length, saved.recommendations.length) },
      (_, index) =>
        [
          `recommendations.${index}`,
          read.recommendations[index]?.text ?? '',
          saved.recommendations[index]?.text ?? '',
        ] as const,
    ),
  ];
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => ({
      field,
      read: String(before).slice(0, 4_000),
      saved: String(after).slice(0, 4_000),
    }));
};

/** The command that brings it in. */
export const publishInput = ({ row, report }: Entry): object => {
  if (!report || !row?.report) return {};
  const { publishedOn, ...rest } = report;
  const amendments = [...amendmentsOf(row.report, report), ...confirmationsOf(row)];
  return { ...rest, ...(publishedOn ? { publishedOn } : {}), amendments };
};

/** Kept with the report: a person looked at the items that were read unsurely. */
const confirmationsOf = ({ toConfirm = [] }: Row): Report['amendments'] =>
  toConfirm.map(({ message }) => ({ field: 'confirmed', read: message, saved: 'checked' }));

/** The entries that come of a file: one, or one for each narrative in it. A reading that is unsure waits for a person. */
export const entriesRead = (entry: Entry, rows: readonly Row[]): Entry[] =>
  rows.map((row, index) => ({
    ...entry,
    key: rows.length === 1 ? entry.key : `${entry.key}#${index + 1}`,
    name: rows.length === 1 ? entry.name : row.file,
    commandId: index === 0 ? entry.commandId : crypto.randomUUID(),
    state: 'read',
    row,
    report: row.report,
    chosen: row.outcome !== 'unsure',
    message: null,
  }));

const base64 = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x80_00)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x80_00));
  return btoa(binary);
};

/** Asks what bringing a file in would do; nothing is recorded. @throws with a sentence for the page. */
export const previewFile = async (file: File, hints: ImportHints, split: boolean): Promise<readonly Row[]> => {
  const contentBase64 = await base64(file);
  const response = await fetch('/import/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ files: [{ name: file.name, contentBase64, ...(split ? { split } : {}) }], hints }),
  }).catch(() => null);
  if (!response) throw new Error('There is no connection to Demarche; the file was not read.');
  const answer = (await response.json().catch(() => null)) as { files?: Row[]; detail?: string } | null;
  if (!answer?.files?.length)
    throw new Error(answer?.detail ?? `Demarche answered with an error (${response.status}).`);
  return answer.files;
};

const WORTH: ReadonlySet<string> = new Set(['new', 'reworded', 'unsure']);

/** Whether saving it would record anything. */
export const isWorthSaving = ({ row, state, chosen }: Entry): boolean =>
  chosen && (state === 'read' || state === 'failed') && WORTH.has(row?.outcome ?? '');
