import type { TimelineEntry } from '../graphql/answers.ts';

/** What happened on one day: a band across both sides, or what either side did. */
export interface TimelineDay {
  readonly day: string;
  readonly both: readonly TimelineEntry[];
  readonly ours: readonly TimelineEntry[];
  readonly theirs: readonly TimelineEntry[];
}

/** Groups entries by day, in the order in which they come. */
export const daysOf = (entries: readonly TimelineEntry[]): TimelineDay[] => {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) days.set(entry.occurredOn, [...(days.get(entry.occurredOn) ?? []), entry]);
  return [...days].map(([day, held]) => ({
    day,
    both: held.filter(({ side }) => side === 'both'),
    ours: held.filter(({ side }) => side === 'ours'),
    theirs: held.filter(({ side }) => side === 'theirs'),
  }));
};
