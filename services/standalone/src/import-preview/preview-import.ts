import {
  type AnswerTo,
  type CountryCode,
  type ImportHints,
  type ImportPreviewRow,
  PublishCountryReport,
  type QueryClient,
  type ReportId,
  reportIdOf,
  reportOfNarrative,
} from '@demarche/contracts';
import type { CountryEntry, NarrativeHints, ParsedNarrative } from '@demarche/report-parser';
import { askViews } from '../views/ask-views.ts';
import { countriesOnRecord } from './countries-on-record.ts';
import { type HeldReports, heldAgainstRecord } from './held-against-record.ts';
import { type NarrativeReader, NarrativeTooHard } from './narrative-reader.ts';

export interface FileToPreview {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PreviewPorts {
  readonly reader: NarrativeReader;
  readonly queries: QueryClient;
}

type Row = ImportPreviewRow;
type Notice = NonNullable<Row['refused']>;

const LARGEST_FILE = 5 * 1024 * 1024;

/** Says what bringing each file in would do: it reads the file and holds it against what is on record. Records nothing. */
export const previewImport = async (
  ports: PreviewPorts,
  files: readonly FileToPreview[],
  hints: ImportHints,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  const countries = [...(await countriesOnRecord(ports.queries)), ...countrySaid(hints)];
  for (const file of files) rows.push(await readFile(ports.reader, file, { hints, countries }));
  return heldAgainstRecord(rows, await reportsOnRecord(ports.queries, rows));
};

interface Known {
  readonly hints: ImportHints;
  readonly countries: readonly CountryEntry[];
}

const countrySaid = ({ country, countryName }: ImportHints): readonly CountryEntry[] =>
  country === undefined || countryName === undefined ? [] : [{ iso3: country, name: countryName }];

const readFile = async (
  reader: NarrativeReader,
  { name, bytes }: FileToPreview,
  { hints, countries }: Known,
): Promise<Row> => {
  if (bytes.length > LARGEST_FILE) return refusedRow(name, tooLarge);
  try {
    const { narrative, sha256 } = await reader.read({ file: name, bytes, hints: stated(hints), countries });
    return rowOf(narrative, { fileName: name, sha256, ...publication(hints) });
  } catch (error) {
    if (error instanceof NarrativeTooHard) return refusedRow(name, tooHard);
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

const refusedRow = (file: string, refused: Notice, narrative?: ParsedNarrative): Row => ({
  file,
  outcome: 'refused',
  refused,
  warnings: narrative?.warnings ?? [],
  report: null,
  reportId: null,
  evidence: narrative?.evidence ?? {},
  difference: null,
});

/** Taken for new until it is held against the record. */
const rowOf = (narrative: ParsedNarrative, file: Parameters<typeof reportOfNarrative>[1]): Row => {
  if (narrative.refused) return refusedRow(narrative.file, narrative.refused, narrative);
  const report = PublishCountryReport.input.safeParse(reportOfNarrative(narrative, file));
  if (!report.success) return refusedRow(narrative.file, unfit(narrative, report.error.issues[0]), narrative);
  return {
    file: narrative.file,
    outcome: 'new',
    refused: null,
    warnings: narrative.warnings,
    report: report.data,
    reportId: reportIdOf(report.data.country as CountryCode, report.data.reportYear),
    evidence: narrative.evidence,
    difference: null,
  };
};

const unfit = (narrative: ParsedNarrative, issue: { path: PropertyKey[]; message: string } | undefined): Notice => {
  if (narrative.country === null)
    return {
      code: 'country-unknown',
      message: 'The file does not say which country it is about. Say it, and bring the file in again.',
      line: null,
    };
  if (narrative.reportYear === null)
    return {
      code: 'report-year-unknown',
      message: 'The file does not say of which year it is. Say it, and bring the file in again.',
      line: null,
    };
  return {
    code: 'report-unfit',
    message: `What was read is not a report: ${issue?.path.join('.')} ${issue?.message}.`,
    line: null,
  };
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
