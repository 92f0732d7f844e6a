import type {
  CountryReportCorrected,
  CountryReportPublished,
  CountryReportRewordingReceived,
  RewordingReviewed,
} from '@demarche/contracts';
import type { ProjectedEvent, Projector, ViewWriter } from '../engine/projector.ts';
import { countryReportSchema } from './country-report.schema.ts';

const INSERT = `INSERT INTO country_report
  (report_id, country, report_year, country_name, placement, basis, section, published, recorded_at, corrected_at, occurred_on, from_position, to_position)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`;
const STANDING =
  'SELECT country_name, published, recorded_at FROM country_report WHERE country = ? AND report_year = ? AND to_position IS NULL';
const CLOSE = 'UPDATE country_report SET to_position = ? WHERE country = ? AND report_year = ? AND to_position IS NULL';

interface Birth {
  readonly country_name: string;
  readonly published: string;
  readonly recorded_at: string;
}

const writeVersion = (
  writer: ViewWriter,
  data: CountryReportPublished['data'] | CountryReportCorrected['data'],
  birth: Birth,
  { position, correctedAt }: { position: number; correctedAt: string | null },
): void => {
  const { reportId, country, reportYear, tier, section, occurredOn, occurredOnBasis } = data;
  const placement = tier && JSON.stringify(tier);
  writer
    .prepare(INSERT)
    .run(
      reportId,
      country,
      reportYear,
      birth.country_name,
      placement,
      occurredOnBasis,
      section,
      birth.published,
      birth.recorded_at,
      correctedAt,
      occurredOn,
      position,
    );
};

const publish = (
  writer: ViewWriter,
  data: CountryReportPublished['data'],
  { position, recordedAt }: ProjectedEvent,
): void => {
  const { source, publishedBy, amendments } = data;
  const published = JSON.stringify({ source, publishedBy, amendments });
  const birth = { country_name: data.countryName, published, recorded_at: recordedAt };
  writeVersion(writer, data, birth, { position, correctedAt: null });
};

const correct = (
  writer: ViewWriter,
  data: CountryReportCorrected['data'],
  { position, recordedAt }: ProjectedEvent,
): void => {
  const birth = writer.prepare(STANDING).get(data.country, data.reportYear) as Birth | undefined;
  if (!birth) throw new Error(`The report ${data.reportId} was corrected, and its publication is not on record.`);
  writer.prepare(CLOSE).run(position, data.country, data.reportYear);
  writeVersion(writer, data, birth, { position, correctedAt: recordedAt });
};

const receive = (
  writer: ViewWriter,
  data: CountryReportRewordingReceived['data'],
  { position, recordedAt }: ProjectedEvent,
): void => {
  const { rewordingId, reportId, country, occurredOn, tier, section, source, amendments, receivedBy } = data;
  const recommendations = data.recommendations.map(({ reference, ordinal, text }) => ({ reference, ordinal, text }));
  writer
    .prepare(
      'INSERT INTO rewording (rewording_id, report_id, country, content, recorded_at, occurred_on, from_position, to_position) VALUES (?, ?, ?, ?, ?, ?, ?, NULL)',
    )
    .run(
      rewordingId,
      reportId,
      country,
      JSON.stringify({ receivedBy, source, amendments, tier, section, recommendations }),
      recordedAt,
      occurredOn,
      position,
    );
};

const review = (writer: ViewWriter, data: RewordingReviewed['data'], { position }: ProjectedEvent): void => {
  const { rewordingId, decision, reason, reviewedBy, occurredOn } = data;
  writer
    .prepare(
      'INSERT INTO rewording_review (rewording_id, content, occurred_on, from_position, to_position) VALUES (?, ?, ?, ?, NULL)',
    )
    .run(rewordingId, JSON.stringify({ decision, reason, by: reviewedBy, occurredOn }), occurredOn, position);
};

/** The annual reports as they were published and corrected, with their tiers. */
export const countryReportProjector: Projector = {
  view: 'country-reports',
  version: 2,
  cost: 1,
  schema: countryReportSchema,
  handles: ['CountryReportPublished', 'CountryReportCorrected', 'CountryReportRewordingReceived', 'RewordingReviewed'],
  project(writer, recorded) {
    const { event } = recorded;
    switch (event.type) {
      case 'CountryReportPublished':
        return publish(writer, event.data, recorded);
      case 'CountryReportCorrected':
        return correct(writer, event.data, recorded);
      case 'CountryReportRewordingReceived':
        return receive(writer, event.data, recorded);
      case 'RewordingReviewed':
        return review(writer, event.data, recorded);
      default:
    }
  },
};
