import type { Attention } from '@demarche/contracts';
import type { OpenItem, OpenItems } from './due-items.queries.ts';
import type { OpenRewording, Unanswered } from './signs-of-neglect.queries.ts';

/** After so many days without an engagement a country asks for attention. */
const ENGAGEMENT_LIMIT_DAYS = 180;

export interface CountrySigns {
  readonly name: string;
  readonly promises: Pick<OpenItems, 'overdue' | 'first'>;
  readonly followUps: Pick<OpenItems, 'overdue' | 'first'>;
  /** Days since the last engagement; null when none is on record. */
  readonly engagedDaysAgo: number | null;
  /** Whether anything is open that an engagement could serve. */
  readonly hasOpenRecommendations: boolean;
  readonly unanswered: readonly Unanswered[];
  readonly rewordings: OpenRewording | undefined;
  readonly notUpToDateSince: string | null;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const lateBy = ({ days: until }: OpenItem): number => Math.abs(until);

const overdue = (
  code: Attention['code'],
  what: readonly [one: string, many: string],
  { overdue: count, first: oldest }: CountrySigns['promises'],
): readonly Attention[] => {
  if (count === 0 || !oldest) return [];
  const sentence =
    count === 1
      ? `${what[0]} is overdue by ${days(lateBy(oldest))}: ${shortened(oldest.what)}`
      : `${count} ${what[1]} are overdue, the ${count === 2 ? 'older' : 'oldest'} by ${days(lateBy(oldest))}.`;
  return [{ code, count, sentence, subject: count === 1 ? oldest.id : null }];
};

const SHOWN = 120;

/** The first words of a long text, as a sentence. */
const shortened = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  if (line.length <= SHOWN) return /[.!?]$/u.test(line) ? line : `${line}.`;
  return `${line.slice(0, line.lastIndexOf(' ', SHOWN)).replace(/[,;:.]$/u, '')} …`;
};

const noRecentEngagement = ({ name, engagedDaysAgo, hasOpenRecommendations }: CountrySigns): readonly Attention[] => {
  if (!lacksEngagement(engagedDaysAgo, hasOpenRecommendations)) return [];
  const sentence =
    engagedDaysAgo === null
      ? `No engagement with ${name} is on record.`
      : `No engagement for ${days(engagedDaysAgo)} (limit: ${ENGAGEMENT_LIMIT_DAYS}).`;
  return [{ code: 'no-recent-engagement', count: engagedDaysAgo ?? 0, sentence, subject: null }];
};

/** A country with nothing open is not neglected by being left in peace. */
export const lacksEngagement = (engagedDaysAgo: number | null, hasOpenRecommendations: boolean): boolean =>
  hasOpenRecommendations && (engagedDaysAgo === null || engagedDaysAgo > ENGAGEMENT_LIMIT_DAYS);

const raisedUnanswered = ({ unanswered }: CountrySigns): readonly Attention[] =>
  unanswered.map(({ reference, ordinal, times }) => ({
    code: 'raised-unanswered',
    count: times,
    sentence: `Recommendation ${ordinal} was raised ${times === 2 ? 'twice' : `${times} times`} and never answered.`,
    subject: reference,
  }));

const rewordingToReview = ({ rewordings }: CountrySigns): readonly Attention[] => {
  if (!rewordings) return [];
  const { count, reportId } = rewordings;
  const sentence =
    count === 1
      ? `A differing text of the ${reportId.slice(4)} report was received and waits for a decision.`
      : `${count} differing texts of reports were received and wait for a decision.`;
  return [{ code: 'rewording-to-review', count, sentence, subject: count === 1 ? reportId : null }];
};

const notUpToDate = ({ notUpToDateSince }: CountrySigns): readonly Attention[] =>
  notUpToDateSince === null
    ? []
    : [
        {
          code: 'not-up-to-date',
          count: 1,
          sentence: `Not everything recorded since ${notUpToDateSince.slice(0, 10)} could be shown here. What is missing is kept and will follow.`,
          subject: null,
        },
      ];

/** What asks for a person's attention, the most pressing first. */
export const attentionOf = (signs: CountrySigns): Attention[] => [
  ...notUpToDate(signs),
  ...overdue('promise-overdue', ['A promise', 'promises'], signs.promises),
  ...overdue('follow-up-overdue', ['A follow-up of ours', 'follow-ups of ours'], signs.followUps),
  ...noRecentEngagement(signs),
  ...raisedUnanswered(signs),
  ...rewordingToReview(signs),
];
