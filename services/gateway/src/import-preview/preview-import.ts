import {
  type AnswerTo,
  type ImportHints,
  type ImportPreviewRequest,
  type ImportPreviewRow,
  type QueryClient,
  type ReportId,
} from '@demarche/contracts';
import type { CountryEntry, NarrativeHints } from '@demarche/report-parser';
import { askViews } from '../http/ask-views.ts';
import { countriesOnRecord } from './countries-on-record.ts';
import { type HeldReports, heldAgainstRecord } from './held-against-record.ts';
import { type NarrativeReader, NarrativeTooHard } from './narrative-reader.ts';
import { refusedRow, rowOf } from './preview-row.ts';

export interface FileToPreview {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly split: boolean;
}

export interface PreviewPorts {
  readonly reader: NarrativeReader;
  readonly queries: QueryClient;
}

type Row = ImportPreviewRow;
type Notice = NonNullable<Row['refused']>;
type Wishes = Pick<ImportPreviewRequest, 'hints' | 'acceptUnsure'>;

const LARGEST_FILE = 5 * 1024 * 1024;

/** Says what bringing each file in would do: it reads the file and holds it against what is on record. Records nothing. */
export const previewImport = async (
  ports: PreviewPorts,
  files: readonly FileToPreview[],
  wishes: Wishes,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  const countries = [...(await countriesOnRecord(ports.queries)), ...countrySaid(wishes.hints)];
  for (const file of files) rows.push(...(await readFile(ports.reader, file, { ...wishes, countries })));
  return heldAgainstRecord(rows, await reportsOnRecord(ports.queries, rows));
};

interface Known extends Wishes {
  readonly countries: readonly CountryEntry[];
}

const countrySaid = ({ country, countryName }: ImportHints): readonly CountryEntry[] =>
  country === undefined || countryName === undefined ? [] : [{ iso3: country, name: countryName }];

const readFile = async (
  reader: NarrativeReader,
  { name, bytes, split }: FileToPreview,
  { hints, countries, acceptUnsure }: Known,
): Promise<readonly Row[]> => {
  if (bytes.length > LARGEST_FILE) return [refusedRow(name, tooLarge)];
  try {
    const { narratives, sha256 } = await reader.read({ file: name, bytes, split, hints: stated(hints), countries });
    const brought = { sha256, ...publication(hints) };
    return narratives.map((narrative) => rowOf(narrative, { ...brought, fileName: narrative.file }, acceptUnsure));
  } catch (error) {
    if (error instanceof NarrativeTooHard) return [refusedRow(name, tooHard)];
    throw error;
  }
};

const publication = ({ publishedOn }: ImportHints) => (publishedOn === undefined ? {} : { publishedOn });

const stated = ({ country, reportYear, sourceAddress }: ImportHints): NarrativeHints => ({
  ...(country === undefined ? {} : { country }),
  ...(reportYear === undefined ? {} : { reportYear }),
  ...(sourceAddress === undefined ? {} : { sourceAddress }),
});

const tooLarge: Notice = {
  code: 'file-too-large',
  message: 'The file is larger than 5 MB, and no country narrative is. Save the page of one country and bring that in.',
  line: null,
};
const tooHard: Notice = {
  code: 'file-too-hard',
  message: 'The file took longer to read than any narrative does. Save the page again as a web page or as text.',
  line: null,
};

const reportsOnRecord = async (queries: QueryClient, rows: readonly Row[]): Promise<HeldReports> => {
  const ids = [...new Set(rows.flatMap(({ reportId }) => reportId ?? []))];
  if (ids.length === 0) return new Map();
  const reports = (await askViews(queries, {
    query: 'reports-by-id',
    arguments: { ids },
  })) as AnswerTo<'reports-by-id'>;
  return new Map(reports.flatMap((report, index) => (report ? [[ids[index] as ReportId, report]] : [])));
};
