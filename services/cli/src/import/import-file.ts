import { type CommandAnswer, type ProblemDocument, PublishCountryReport, reportOfNarrative } from '@demarche/contracts';
import type { NarrativeFile } from '../files/read-narrative-file.ts';
import type { DemarcheServer } from '../server/demarche-server.ts';
import { importKey } from './import-key.ts';
import type { ImportRow } from './import-row.ts';

/** Brings one parsed file in: one command, or none when it cannot be read. Never a part of it. */
export const importFile = async (
  server: DemarcheServer,
  file: NarrativeFile,
  publishedOn: string | undefined,
): Promise<ImportRow> => {
  const { narrative, fileName, sha256 } = file;
  const said = { file: narrative.file, warnings: narrative.warnings };
  const report = reportOfNarrative(narrative, {
    fileName,
    sha256,
    ...(publishedOn === undefined ? {} : { publishedOn }),
  });
  if (narrative.refused) return { ...said, ...refused, refused: narrative.refused };
  if (!report) return { ...said, ...refused, refused: unknownSubject(narrative.country === null) };
  const sent = await server.send(PublishCountryReport, report, importKey(report));
  if (sent.outcome === 'refused') return { ...said, ...refused, refused: refusalOf(sent.problem) };
  return { ...said, outcome: outcomeOf(sent.answer), reportId: sent.answer.subject, refused: null, report };
};

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
