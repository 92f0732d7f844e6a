import { describe, expect, it } from 'vitest';
import { attentionOf, type CountrySigns } from './attention.ts';
import type { OpenItem } from './due-items.queries.ts';

const quiet: CountrySigns = {
  name: 'Kaldara',
  promises: { overdue: 0, first: null },
  followUps: { overdue: 0, first: null },
  engagedDaysAgo: 12,
  hasOpenRecommendations: true,
  unanswered: [],
  rewordings: undefined,
  notUpToDateSince: null,
};

/** So many overdue, the oldest by so many days. */
const late = (count: number, days: number): CountrySigns['promises'] => ({ overdue: count, first: lateBy(days) });

const lateBy = (days: number): OpenItem => ({
  kind: 'promise',
  id: `ENG-7F3K-2Q9X-P${days}`,
  what: 'Pass the law',
  dueOn: '2026-01-01',
  overdue: true,
  days: -days,
});

const sentences = (signs: Partial<CountrySigns>): string[] =>
  attentionOf({ ...quiet, ...signs }).map(({ sentence }) => sentence);

describe('what asks for attention', () => {
  it('is nothing while all is well', () => {
    expect(sentences({})).toEqual([]);
  });

  it('names one overdue promise, and counts several by the oldest', () => {
    expect(sentences({ promises: late(1, 1) })).toEqual(['A promise is overdue by 1 day: Pass the law.']);
    expect(sentences({ promises: late(2, 21) })).toEqual(['2 promises are overdue, the older by 21 days.']);
    expect(sentences({ followUps: late(3, 30) })).toEqual(['3 follow-ups of ours are overdue, the oldest by 30 days.']);
    expect(sentences({ promises: { overdue: 0, first: lateBy(-3) } })).toEqual([]);
  });

  it('says since when nobody was met, as long as something is open', () => {
    expect(sentences({ engagedDaysAgo: 181 })).toEqual(['No engagement for 181 days (limit: 180).']);
    expect(sentences({ engagedDaysAgo: 180 })).toEqual([]);
    expect(sentences({ engagedDaysAgo: null })).toEqual(['No engagement with Kaldara is on record.']);
    expect(sentences({ engagedDaysAgo: null, hasOpenRecommendations: false })).toEqual([]);
  });

  it('names what was raised and never answered, and what waits for a decision', () => {
    const unanswered = [
      { country: 'XKD', reference: 'XKD-2026-04', ordinal: 4, times: 3 },
      { country: 'XKD', reference: 'XKD-2026-01', ordinal: 1, times: 2 },
    ];
    expect(sentences({ unanswered, rewordings: { country: 'XKD', count: 1, reportId: 'XKD-2024' } })).toEqual([
      'Recommendation 4 was raised 3 times and never answered.',
      'Recommendation 1 was raised twice and never answered.',
      'A differing text of the 2024 report was received and waits for a decision.',
    ]);
  });

  it('begins with what could not be shown', () => {
    const [first] = attentionOf({ ...quiet, promises: late(1, 2), notUpToDateSince: '2026-05-02T09:00:00.000Z' });
    expect(first).toMatchObject({ code: 'not-up-to-date', sentence: expect.stringContaining('since 2026-05-02') });
  });
});
