import {
  type Command,
  type CountryReportCorrected,
  type PublishedRecommendation,
  type RejectionOf,
  type ReviewRewording,
  type RewordingReviewed,
  referenceOf,
} from '@demarche/contracts';
import { accept, type Decision, type Rejected, reject } from '@demarche/kernel';
import { correction } from '../correct-country-report/correct-country-report.ts';
import { type CountryReport, contentOf, type PublishedReport, type ReceivedRewording } from '../country-report.ts';

export type ReviewRewordingCommand = Command<'review-rewording', ReviewRewording>;
type Refusal = Rejected<RejectionOf<typeof ReviewRewording>>;

export const reviewRewording = (
  command: ReviewRewordingCommand,
  state: CountryReport,
): Decision<RewordingReviewed | CountryReportCorrected, Refusal['code']> => {
  if (state.status === 'unpublished') {
    return reject(
      'country-report-unknown',
      `No report ${command.reportId} is on record. Check the country and the year.`,
    );
  }
  const rewording = state.rewordings.find(({ rewordingId }) => rewordingId === command.rewordingId);
  if (!rewording)
    return reject('rewording-unknown', `${command.rewordingId} was never received for ${command.reportId}.`);
  if (rewording.review !== 'open') {
    return reject('rewording-already-reviewed', `${command.rewordingId} was ${rewording.review} before.`);
  }
  return command.decision === 'adopted'
    ? accept<RewordingReviewed | CountryReportCorrected>(reviewed(command, state), adopted(command, state, rewording))
    : accept(reviewed(command, state));
};

const reviewed = (command: ReviewRewordingCommand, { reportId, country }: PublishedReport): RewordingReviewed => ({
  type: 'RewordingReviewed',
  data: {
    reportId,
    country,
    rewordingId: command.rewordingId,
    occurredOn: command.today,
    decision: command.decision,
    reason: command.reason,
    reviewedBy: command.officer,
  },
});

/** The report takes over what the received text says. What that text is silent on stays. */
const adopted = (
  command: ReviewRewordingCommand,
  report: PublishedReport,
  rewording: ReceivedRewording,
): CountryReportCorrected =>
  correction(
    report,
    {
      ...contentOf(report),
      tier: rewording.tier ?? report.tier,
      section: rewording.section === 'absent' ? report.section : rewording.section,
      recommendations: adoptedItems(report, rewording),
    },
    { reason: command.reason, correctedBy: command.officer },
  );

const adoptedItems = (report: PublishedReport, rewording: ReceivedRewording): PublishedRecommendation[] => {
  if (rewording.section === 'absent') return [...report.recommendations];
  const told = rewording.recommendations.map((item, index) => ({
    reference: referenceOf(report.reportId, index + 1),
    ordinal: index + 1,
    text: item.text,
    pillars: report.recommendations.find(({ ordinal }) => ordinal === index + 1)?.pillars ?? item.pillars,
  }));
  return rewording.section === 'cut' ? [...told, ...report.recommendations.slice(told.length)] : told;
};
