import { agoInWords, counted, ordinalInWords, shortDay } from '../../words/days.ts';
import type { CountryRow } from './countries.document.ts';

/** Past this many days without a meeting a country is marked (see `needs: no-recent-engagement`). */
const MEETING_LIMIT = 180;

const movedOrListed = ({
  value,
  consecutiveYears,
  movement,
  reportYear,
}: NonNullable<CountryRow['tier']>): string | null => {
  const years = consecutiveYears ?? 1;
  if (value === 'tier-2-watch-list' && years > 1) return `${ordinalInWords(years)} year`;
  return movement === 'upgraded' || movement === 'downgraded' ? `${movement} ${reportYear}` : null;
};

/** What there is to say beside the tier: how long on the Watch List, or which way it last went. */
export const tierNote = ({ tier }: Pick<CountryRow, 'tier'>): string | null =>
  [tier && movedOrListed(tier), tier?.waiver && 'by waiver'].filter(Boolean).join(', ') || null;

export interface Weighed {
  readonly text: string;
  readonly pressing: boolean;
}

export const lastMeeting = ({ lastEngagement }: Pick<CountryRow, 'lastEngagement'>): Weighed =>
  lastEngagement
    ? { text: agoInWords(lastEngagement.daysAgo), pressing: lastEngagement.daysAgo > MEETING_LIMIT }
    : { text: 'none on record', pressing: false };

const KINDS = { promise: 'promise', forum_commitment: 'forum commitment', follow_up: 'follow-up' } as const;

/** What is overdue, else what comes next. */
export const nextDue = (
  row: Pick<CountryRow, 'overduePromises' | 'overdueFollowUps' | 'nextDue'>,
  day: string,
): Weighed => {
  if (row.overduePromises > 0) return { text: `${counted(row.overduePromises, 'promise')} overdue`, pressing: true };
  if (row.overdueFollowUps > 0)
    return { text: `${counted(row.overdueFollowUps, 'follow-up')} overdue`, pressing: true };
  if (!row.nextDue) return { text: 'nothing', pressing: false };
  const overdue = row.nextDue.overdue ? ', overdue' : '';
  return {
    text: `1 ${KINDS[row.nextDue.kind]} due ${shortDay(row.nextDue.dueOn, day)}${overdue}`,
    pressing: row.nextDue.overdue,
  };
};
