import type { CountryReportCorrected, CountryReportPublished } from '@demarche/contracts';
import type { ViewWriter } from '../engine/projector.ts';
import { weaveLineage } from '../wordings/weave-lineage.ts';
import type { Recording } from './recommendation-facts.ts';
import { refreshSuccession } from './refresh-state.ts';

type Report = CountryReportPublished['data'] | CountryReportCorrected['data'];

interface Version {
  readonly reference: string;
  readonly ordinal: number;
  readonly text: string;
  readonly pillars: string;
  readonly withdrawn: number;
  readonly occurred_on: string;
  readonly recorded_at: string;
}

const STANDING = `SELECT * FROM recommendation WHERE reference BETWEEN ?1 || '-' AND ?1 || '.' AND to_position IS NULL`;
const CLOSE = 'UPDATE recommendation SET to_position = ? WHERE reference = ? AND to_position IS NULL';
const INSERT = `INSERT INTO recommendation
  (reference, report_id, country, report_year, ordinal, text, pillars, withdrawn, occurred_on, recorded_at, from_position, to_position)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`;

/** What the report itself says of a recommendation. What became of it stays; tags given to it count before the report's own. */
const READY = `INSERT INTO recommendation_now
  (reference, report_id, country, report_year, ordinal, pillars, response, withdrawn, current)
  VALUES (?, ?, ?, ?, ?, ?, 'none_yet', ?, 0)
  ON CONFLICT (reference) DO UPDATE SET ordinal = excluded.ordinal, withdrawn = excluded.withdrawn,
    pillars = CASE WHEN tagged_on IS NULL THEN excluded.pillars ELSE pillars END`;

/** The versions that the report asks for now: what it lists, and what it no longer lists, withdrawn. */
const wantedVersions = (report: Report, standing: readonly Version[], recordedAt: string): readonly Version[] => {
  const before = new Map(standing.map((version) => [version.reference, version]));
  const listed = report.recommendations.map(({ reference, ordinal, text, pillars }) => ({
    reference,
    ordinal,
    text,
    pillars: JSON.stringify(pillars),
    withdrawn: 0,
    occurred_on: report.occurredOn,
    recorded_at: before.get(reference)?.recorded_at ?? recordedAt,
  }));
  const kept = new Set<string>(listed.map(({ reference }) => reference));
  const left = standing.filter(({ reference }) => !kept.has(reference));
  return [...listed, ...left.map((version) => ({ ...version, withdrawn: 1, occurred_on: report.occurredOn }))];
};

const isSame = (one: Version, other: Version | undefined): boolean =>
  other !== undefined &&
  one.ordinal === other.ordinal &&
  one.text === other.text &&
  one.pillars === other.pillars &&
  one.withdrawn === other.withdrawn &&
  one.occurred_on === other.occurred_on;

const writeVersions = (writer: ViewWriter, report: Report, { position, recordedAt }: Recording): boolean => {
  const standing = writer.prepare(STANDING).all(report.reportId) as unknown as Version[];
  const before = new Map(standing.map((version) => [version.reference, version]));
  const changed = wantedVersions(report, standing, recordedAt).filter(
    (next) => !isSame(next, before.get(next.reference)),
  );
  for (const next of changed) {
    if (before.has(next.reference)) writer.prepare(CLOSE).run(position, next.reference);
    writer
      .prepare(INSERT)
      .run(
        next.reference,
        report.reportId,
        report.country,
        report.reportYear,
        next.ordinal,
        next.text,
        next.pillars,
        next.withdrawn,
        next.occurred_on,
        next.recorded_at,
        position,
      );
    writer
      .prepare(READY)
      .run(
        next.reference,
        report.reportId,
        report.country,
        report.reportYear,
        next.ordinal,
        next.pillars,
        next.withdrawn,
      );
  }
  return changed.length > 0;
};

interface Edition {
  readonly from_position: number;
  readonly occurred_on: string;
}

const standingEdition = (writer: ViewWriter, { country, reportYear }: Report): Edition | undefined =>
  writer
    .prepare(
      'SELECT from_position, occurred_on FROM report_edition WHERE country = ? AND report_year = ? AND to_position IS NULL',
    )
    .get(country, reportYear) as Edition | undefined;

const writeEdition = (writer: ViewWriter, report: Report, before: Edition | undefined, position: number): void => {
  if (before) {
    writer
      .prepare('UPDATE report_edition SET to_position = ? WHERE country = ? AND report_year = ? AND from_position = ?')
      .run(position, report.country, report.reportYear, before.from_position);
  }
  writer
    .prepare(
      'INSERT INTO report_edition (report_id, country, report_year, listed, occurred_on, from_position, to_position) VALUES (?, ?, ?, ?, ?, ?, NULL)',
    )
    .run(
      report.reportId,
      report.country,
      report.reportYear,
      report.recommendations.length > 0 ? 1 : 0,
      report.occurredOn,
      position,
    );
};

/** A report sets its recommendations, and with them the succession of the country's reports. */
export const projectReport = (writer: ViewWriter, report: Report, recording: Recording): void => {
  const before = standingEdition(writer, report);
  const changed = writeVersions(writer, report, recording);
  if (before?.occurred_on === report.occurredOn && !changed) return;
  writeEdition(writer, report, before, recording.position);
  const rewoven = weaveLineage(writer, report.country, recording.position);
  const newest = newestTwo(writer, report.country);
  const touched = new Set([report.reportId, ...rewoven, ...newest]);
  for (const reportId of touched) refreshSuccession(writer, reportId, reportId === newest[0]);
};

/** Only the two newest reports can change places as the country's newest. */
const newestTwo = (writer: ViewWriter, country: string): readonly string[] =>
  (
    writer
      .prepare(
        'SELECT report_id FROM report_edition WHERE country = ? AND to_position IS NULL ORDER BY report_year DESC LIMIT 2',
      )
      .all(country) as { report_id: string }[]
  ).map(({ report_id }) => report_id);
