import type { Position } from '@demarche/contracts';
import type { ViewWriter } from '../engine/projector.ts';
import { matchWordings, type Text } from './match-wordings.ts';

interface Edition {
  readonly report_id: string;
  readonly occurred_on: string;
  readonly from_position: number;
}

/** From a day on, until another begins, the report before was this one. */
interface Span {
  readonly previous: Edition | null;
  readonly from: string;
  readonly until: string | null;
}

const EDITIONS = `SELECT report_id, occurred_on, from_position FROM report_edition
  WHERE country = ? AND listed = 1 AND to_position IS NULL ORDER BY report_year`;
const BASES = `SELECT report_id, previous_id, stamp FROM lineage_basis WHERE to_position IS NULL AND report_id BETWEEN ?1 || '-' AND ?1 || '.'`;
const TEXTS = `SELECT reference, ordinal, text FROM recommendation WHERE reference BETWEEN ?1 || '-' AND ?1 || '.' AND to_position IS NULL AND withdrawn = 0 ORDER BY ordinal`;

/**
 * Which report came before, from which day on. As a rule it is one and the same from the first day; only where an earlier
 * year's report came out later does the answer change with the valid time.
 */
const spansOf = (report: Edition, earlier: readonly Edition[]): readonly Span[] => {
  const spans: Span[] = [];
  let until: string | null = null;
  for (const previous of earlier.toReversed()) {
    const from = previous.occurred_on > report.occurred_on ? previous.occurred_on : report.occurred_on;
    if (until !== null && from >= until) continue;
    spans.push({ previous, from, until });
    if (from === report.occurred_on) return spans;
    until = from;
  }
  return [...spans, { previous: null, from: report.occurred_on, until }];
};

/** Changes whenever the lists or the days that a report's lineage rests on do. */
const stampOf = (report: Edition, spans: readonly Span[]): string =>
  [report.from_position, ...spans.map(({ previous }) => previous?.from_position ?? 0)].join('.');

const textsOf = (writer: ViewWriter, edition: Edition | null): readonly Text[] =>
  edition ? (writer.prepare(TEXTS).all(edition.report_id) as unknown as Text[]) : [];

const writeSpan = (writer: ViewWriter, report: Edition, span: Span, position: Position): void => {
  const insert = writer.prepare(
    'INSERT INTO lineage (reference, previous, relation, occurred_on, until_on, from_position, to_position) VALUES (?, ?, ?, ?, ?, ?, NULL)',
  );
  for (const { reference, previous, relation } of matchWordings(
    textsOf(writer, report),
    textsOf(writer, span.previous),
  )) {
    insert.run(reference, previous, relation, span.from, span.until, position);
  }
};

const closeLineage = (writer: ViewWriter, reportId: string, position: Position): void => {
  writer
    .prepare(
      `UPDATE lineage SET to_position = ?2 WHERE reference BETWEEN ?1 || '-' AND ?1 || '.' AND to_position IS NULL`,
    )
    .run(reportId, position);
  writer
    .prepare('UPDATE lineage_basis SET to_position = ? WHERE report_id = ? AND to_position IS NULL')
    .run(position, reportId);
};

const writeLineage = (
  writer: ViewWriter,
  report: Edition,
  { spans, stamp, position }: { spans: readonly Span[]; stamp: string; position: Position },
): void => {
  for (const span of spans) writeSpan(writer, report, span, position);
  writer
    .prepare(
      'INSERT INTO lineage_basis (report_id, previous_id, stamp, from_position, to_position) VALUES (?, ?, ?, ?, NULL)',
    )
    .run(report.report_id, spans[0]?.previous?.report_id ?? null, stamp, position);
};

interface Basis {
  readonly report_id: string;
  readonly previous_id: string | null;
  readonly stamp: string;
}

type Touched = readonly (string | null | undefined)[];

/** Compares a report with the one before it, unless that was done for just these lists. Answers whose successors may have changed. */
const weaveReport = (
  writer: ViewWriter,
  report: Edition,
  { earlier, basis, position }: { earlier: readonly Edition[]; basis: Basis | undefined; position: Position },
): Touched => {
  const spans = spansOf(report, earlier);
  const stamp = stampOf(report, spans);
  if (basis?.stamp === stamp) return [];
  if (basis) closeLineage(writer, report.report_id, position);
  writeLineage(writer, report, { spans, stamp, position });
  return [spans[0]?.previous?.report_id, basis?.previous_id];
};

/**
 * Compares each report of a country with the one before it on record. The outcome depends on what is on record, not on the
 * order in which it came. A report without a list is passed over. Answers the reports whose successors may have changed.
 */
export const weaveLineage = (writer: ViewWriter, country: string, position: Position): readonly string[] => {
  const editions = writer.prepare(EDITIONS).all(country) as unknown as Edition[];
  const bases = writer.prepare(BASES).all(country) as unknown as Basis[];
  const woven = new Map(bases.map((basis) => [basis.report_id, basis]));
  const touched = editions.flatMap((report, index) =>
    weaveReport(writer, report, { earlier: editions.slice(0, index), basis: woven.get(report.report_id), position }),
  );
  const listed = new Set(editions.map(({ report_id }) => report_id));
  const unlisted = bases.filter(({ report_id }) => !listed.has(report_id));
  for (const { report_id } of unlisted) closeLineage(writer, report_id, position);
  return [...touched, ...unlisted.map(({ previous_id }) => previous_id)].filter((id) => id != null);
};
