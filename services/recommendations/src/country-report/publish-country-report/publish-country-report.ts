import {
  type Command,
  type CountryReportPublished,
  type CountryReportRewordingReceived,
  compareReport,
  type PublishCountryReport,
  type PublishedRecommendation,
  type RejectionOf,
  type RewordingId,
  referenceOf,
  reportIdOf,
  statutoryReleaseDay,
} from '@demarche/contracts';
import { accept, type Decision, type Rejected, reject } from '@demarche/kernel';
import type { CountryReport, PublishedReport } from '../country-report.ts';

export type PublishCountryReportCommand = Command<'publish-country-report', PublishCountryReport>;
type Refusal = Rejected<RejectionOf<typeof PublishCountryReport>>;

/**
 * A report is published once. The same text again changes nothing; a text that says otherwise is kept for review beside
 * the published one, once, and never silently takes its place.
 */
export const publishCountryReport = (
  command: PublishCountryReportCommand,
  state: CountryReport,
): Decision<CountryReportPublished | CountryReportRewordingReceived, Refusal['code']> => {
  const refusal = refuseEmpty(command) ?? refuseDate(command);
  if (refusal) return refusal;
  if (state.status === 'unpublished') return accept(published(command));
  return isKnown(command, state) ? accept() : accept(rewordingReceived(command, state));
};

const refuseEmpty = ({ tier, recommendations }: PublishCountryReportCommand): Refusal | undefined =>
  tier === null && recommendations.length === 0
    ? reject('nothing-to-publish', 'The report holds neither a tier nor a recommendation. Give at least one of them.')
    : undefined;

const refuseDate = ({ publishedOn, reportYear, today }: PublishCountryReportCommand): Refusal | undefined => {
  if (publishedOn !== undefined && publishedOn > today) {
    return reject(
      'occurred-in-the-future',
      `${publishedOn} lies in the future. Give the day on which the report was released.`,
    );
  }
  if (publishedOn !== undefined || statutoryReleaseDay(reportYear) <= today) return undefined;
  return reject(
    'report-not-yet-due',
    `The report of ${reportYear} is due by ${statutoryReleaseDay(reportYear)}. If it came out earlier, give the day on which it was released.`,
  );
};

const isKnown = (command: PublishCountryReportCommand, report: PublishedReport): boolean =>
  [report, report.firstText, ...report.rewordings].some((text) => compareReport(text, command) === null);

const published = (command: PublishCountryReportCommand): CountryReportPublished => ({
  type: 'CountryReportPublished',
  data: {
    ...reportOf(command),
    countryName: command.countryName,
    occurredOn: command.publishedOn ?? statutoryReleaseDay(command.reportYear),
    occurredOnBasis: command.publishedOn === undefined ? 'statutory' : 'stated',
    tier: command.tier,
    section: command.section,
    recommendations: numbered(command),
    source: command.source,
    amendments: command.amendments,
    publishedBy: command.officer,
  },
});

const rewordingReceived = (
  command: PublishCountryReportCommand,
  report: PublishedReport,
): CountryReportRewordingReceived => ({
  type: 'CountryReportRewordingReceived',
  data: {
    ...reportOf(command),
    rewordingId: `${report.reportId}-W${report.rewordings.length + 1}` as RewordingId,
    occurredOn: command.today,
    tier: command.tier,
    section: command.section,
    recommendations: numbered(command),
    source: command.source,
    amendments: command.amendments,
    receivedBy: command.officer,
  },
});

const reportOf = ({ country, reportYear }: PublishCountryReportCommand) => ({
  reportId: reportIdOf(country, reportYear),
  country,
  reportYear,
});

const numbered = (command: PublishCountryReportCommand): PublishedRecommendation[] =>
  command.recommendations.map(({ text, pillars }, index) => ({
    reference: referenceOf(reportIdOf(command.country, command.reportYear), index + 1),
    ordinal: index + 1,
    text,
    pillars,
  }));
