import {
  type CountryCode,
  confirmationsOf,
  type ImportPreviewRow,
  type NarrativeFile,
  PublishCountryReport,
  reportIdOf,
  reportOfNarrative,
  warningsToConfirm,
} from '@demarche/contracts';
import { canSplit, type ParsedNarrative } from '@demarche/report-parser';

type Row = ImportPreviewRow;
type Notice = NonNullable<Row['refused']>;

/** A file of which nothing is brought in. */
export const refusedRow = (file: string, refused: Notice, narrative?: ParsedNarrative): Row => ({
  file,
  outcome: 'refused',
  refused,
  warnings: narrative?.warnings ?? [],
  toConfirm: [],
  report: null,
  reportId: null,
  evidence: narrative?.evidence ?? {},
  cut: null,
  parts: partsOf(narrative?.parts ?? null),
  difference: null,
});

const cutOf = ({ cutAfter, cutText, recommendations }: ParsedNarrative): Row['cut'] => ({
  after: cutAfter ?? recommendations.length,
  text: cutText,
});

const partsOf = (parts: ParsedNarrative['parts']): Row['parts'] =>
  parts !== null && canSplit(parts) ? parts.map(({ name, firstLine }) => ({ name, firstLine })) : null;

/** Taken for new until it is held against the record. */
export const rowOf = (narrative: ParsedNarrative, file: NarrativeFile, acceptUnsure: boolean): Row => {
  if (narrative.refused) return refusedRow(narrative.file, narrative.refused, narrative);
  const report = PublishCountryReport.input.safeParse(reportOfNarrative(narrative, file));
  if (!report.success) return refusedRow(narrative.file, unfit(narrative, report.error.issues[0]), narrative);
  const { warnings } = narrative;
  const amendments = acceptUnsure ? confirmationsOf(warnings, 'accepted') : [];
  return {
    file: narrative.file,
    outcome: 'new',
    refused: null,
    warnings,
    toConfirm: acceptUnsure ? [] : [...warningsToConfirm(warnings)],
    report: { ...report.data, amendments },
    reportId: reportIdOf(report.data.country as CountryCode, report.data.reportYear),
    evidence: narrative.evidence,
    cut: narrative.section === 'cut' ? cutOf(narrative) : null,
    parts: null,
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
