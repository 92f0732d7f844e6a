import {
  type Command,
  type CountryReportCorrected,
  type RejectionOf,
  type ReviewRewording,
  type RewordingReviewed,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import { correction } from '../correct-country-report/correct-country-report.ts';
import { type CountryReport, contentOf, type PublishedReport, type ReceivedRewording } from '../country-report.ts';
import { type ListedItem, relistRecommendations } from '../relist-recommendations.ts';

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
  if (command.decision === 'dismissed') return accept(reviewed(command, state));
  const recommendations = relistRecommendations(adoptedItems(state, rewording), state);
  if (isRejected(recommendations)) return recommendations;
  return accept<RewordingReviewed | CountryReportCorrected>(
    reviewed(command, state),
    adopted(command, state, { ...rewording, recommendations }),
  );
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
      recommendations: rewording.recommendations,
    },
    { reason: command.reason, correctedBy: command.officer },
  );

/** The two lists are held against each other place by place, as they were when the difference was found. */
const adoptedItems = (
  { recommendations }: PublishedReport,
  { section, recommendations: told }: ReceivedRewording,
): readonly ListedItem[] => {
  if (section === 'absent') return recommendations;
  const adopted = told.map(({ text, pillars }, index) => {
    const before = recommendations[index];
    return { reference: before?.reference, text, pillars: before?.pillars ?? pillars };
  });
  return section === 'cut' ? [...adopted, ...recommendations.slice(told.length)] : adopted;
};
