import type { ImportHints, ImportPreviewRow } from '@demarche/contracts';

export type Row = ImportPreviewRow;
export type Report = NonNullable<Row['report']>;

/** A file on its way in: what was read of it, what a person changed, and what became of it. */
export interface Entry {
  readonly key: string;
  readonly file: File;
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
  return { ...rest, ...(publishedOn ? { publishedOn } : {}), amendments: amendmentsOf(row.report, report) };
};

const base64 = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x80_00)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x80_00));
  return btoa(binary);
};

/** Asks what bringing a file in would do; nothing is recorded. @throws with a sentence for the page. */
export const previewFile = async (file: File, hints: ImportHints): Promise<Row> => {
  const contentBase64 = await base64(file);
  const response = await fetch('/import/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ files: [{ name: file.name, contentBase64 }], hints }),
  }).catch(() => null);
  if (!response) throw new Error('There is no connection to Demarche; the file was not read.');
  const answer = (await response.json().catch(() => null)) as { files?: Row[]; detail?: string } | null;
  const row = answer?.files?.[0];
  if (!row) throw new Error(answer?.detail ?? `Demarche answered with an error (${response.status}).`);
  return row;
};

/** Whether saving it would record anything. */
export const isWorthSaving = ({ row, state, chosen }: Entry): boolean =>
  chosen && (state === 'read' || state === 'failed') && (row?.outcome === 'new' || row?.outcome === 'reworded');
