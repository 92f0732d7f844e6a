import { isDeepStrictEqual } from 'node:util';
import {
  type Command,
  type CorrectCountryReport,
  type CountryReportCorrected,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import { type CountryReport, contentOf, type PublishedReport, type ReportContent } from '../country-report.ts';
import { relistRecommendations } from '../relist-recommendations.ts';

export type CorrectCountryReportCommand = Command<'correct-country-report', CorrectCountryReport>;
type Refusal = Rejected<RejectionOf<typeof CorrectCountryReport>>;

/** The event holds the whole report as it should have been; what the request leaves out stays as it is. */
export const correctCountryReport = (
  command: CorrectCountryReportCommand,
  state: CountryReport,
): Decision<CountryReportCorrected, Refusal['code']> => {
  if (state.status === 'unpublished') {
    return reject(
      'country-report-unknown',
      `No report ${command.reportId} is on record. Check the country and the year.`,
    );
  }
  return refuseDate(command) ?? refuseReference(command, state) ?? corrected(command, state);
};

const refuseDate = ({ publishedOn, today }: CorrectCountryReportCommand): Refusal | undefined =>
  publishedOn !== undefined && publishedOn > today
    ? reject(
        'occurred-in-the-future',
        `${publishedOn} lies in the future. Give the day on which the report was released.`,
      )
    : undefined;

const refuseReference = (command: CorrectCountryReportCommand, report: PublishedReport): Refusal | undefined => {
  const named = (command.recommendations ?? []).flatMap(({ reference }) => reference ?? []);
  const known = report.recommendations.map(({ reference }) => reference);
  const stray = named.find((reference, index) => !known.includes(reference) || named.indexOf(reference) !== index);
  return stray
    ? reject(
        'recommendation-unknown',
        `${stray} is not a recommendation of this report, or is named twice. Name each at most once, and give a new one no reference.`,
      )
    : undefined;
};

const corrected = (
  command: CorrectCountryReportCommand,
  report: PublishedReport,
): Decision<CountryReportCorrected, 'nothing-to-correct' | 'report-full'> => {
  const before = contentOf(report);
  const recommendations = relistRecommendations(command.recommendations ?? before.recommendations, report);
  if (isRejected(recommendations)) return recommendations;
  const after: ReportContent = {
    occurredOn: command.publishedOn ?? before.occurredOn,
    occurredOnBasis: command.publishedOn === undefined ? before.occurredOnBasis : 'stated',
    tier: command.tier ?? before.tier,
    section: command.section ?? before.section,
    recommendations,
  };
  if (isDeepStrictEqual(before, after)) {
    return reject(
      'nothing-to-correct',
      'The report already reads like this. Change what is wrong, or leave it as it is.',
    );
  }
  return accept(correction(report, after, { reason: command.reason, correctedBy: command.officer }));
};

/** The event that makes a report read as `content`. */
export const correction = (
  { reportId, country, reportYear }: PublishedReport,
  content: ReportContent,
  by: Pick<CountryReportCorrected['data'], 'reason' | 'correctedBy'>,
): CountryReportCorrected => ({
  type: 'CountryReportCorrected',
  data: { reportId, country, reportYear, ...content, recommendations: [...content.recommendations], ...by },
});
