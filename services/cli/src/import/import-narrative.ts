import {
  type CommandAnswer,
  confirmationsOf,
  type ProblemDocument,
  PublishCountryReport,
  type ReportToPublish,
  reportOfNarrative,
  warningsToConfirm,
} from '@demarche/contracts';
import type { ReadNarrative } from '../files/read-narrative-file.ts';
import type { DemarcheServer } from '../server/demarche-server.ts';
import { importKey } from './import-key.ts';
import type { ImportRow } from './import-row.ts';
import { mayHideMore } from './notes-on-unchanged.ts';

export interface Bringing {
  readonly sha256: string;
  readonly published?: string;
  readonly acceptUnsure?: true;
  /** What is to be said of a narrative that changed nothing. */
  readonly notesOn: (file: string) => Promise<ImportRow['warnings']>;
}

/** Brings one narrative in: one command, or none when it cannot be read or is unsure. Never a part of it. */
export const importNarrative = async (
  server: DemarcheServer,
  { narrative, fileName }: ReadNarrative,
  { sha256, published, acceptUnsure, notesOn }: Bringing,
): Promise<ImportRow> => {
  const said = { file: narrative.file, warnings: narrative.warnings };
  const report = reportOfNarrative(narrative, {
    fileName,
    sha256,
    ...(published === undefined ? {} : { publishedOn: published }),
  });
  if (narrative.refused) return { ...said, ...refused, refused: narrative.refused };
  if (!report) return { ...said, ...refused, refused: unknownSubject(narrative.country === null) };
  const unsure = warningsToConfirm(narrative.warnings);
  if (unsure.length > 0 && !acceptUnsure) return { ...said, outcome: 'unsure', reportId: null, refused: null, report };
  const answered = accepting(report, unsure);
  const sent = await server.send(PublishCountryReport, answered, importKey(answered));
  if (sent.outcome === 'refused') return { ...said, ...refused, refused: refusalOf(sent.problem) };
  const notes = mayHideMore(sent.answer) ? await notesOn(said.file) : [];
  const warnings = [...said.warnings, ...notes];
  return {
    file: said.file,
    warnings,
    outcome: outcomeOf(sent.answer),
    reportId: sent.answer.subject,
    refused: null,
    report: answered,
  };
};

const accepting = (report: ReportToPublish, unsure: ReturnType<typeof warningsToConfirm>): ReportToPublish =>
  unsure.length > 0 ? { ...report, amendments: confirmationsOf(unsure, 'accepted') } : report;

const refused = { outcome: 'refused', reportId: null, report: null } as const;

const unknownSubject = (countryMissing: boolean) => ({
  code: countryMissing ? 'country-unknown' : 'report-year-unknown',
  message: countryMissing
    ? 'The file does not say which country it is about. Say it with --country.'
    : 'The file does not say of which year it is. Say it with --year.',
  line: null,
});

const refusalOf = ({ code, detail, errors = [] }: ProblemDocument) => ({
  code,
  message: [detail, ...errors.map(({ field, message }) => `${field} ${message}.`)].join(' '),
  line: null,
});

const outcomeOf = ({ recorded, repeated, events }: CommandAnswer): 'new' | 'unchanged' | 'reworded' => {
  if (!recorded || repeated) return 'unchanged';
  return events.some(({ type }) => type === 'CountryReportRewordingReceived') ? 'reworded' : 'new';
};
