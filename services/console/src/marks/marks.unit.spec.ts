import { describe, expect, test } from 'vitest';
import type { StatusCounts } from '../graphql/answers.ts';
import { sharesInWords, statusShares } from './status-counts.ts';
import { courseInWords, type TierYear, tierRuns } from './tier-course.ts';

const history: TierYear[] = [
  { reportYear: 2013, value: 'tier-2' },
  { reportYear: 2014, value: 'tier-2' },
  { reportYear: 2016, value: 'tier-2' },
  { reportYear: 2017, value: 'tier-2-watch-list' },
  { reportYear: 2018, value: null },
];

describe('the course of a tier', () => {
  test('is told in runs, and a year without a report ends one', () => {
    expect(courseInWords(history)).toBe(
      'Tier 2 2013 to 2014, Tier 2 2016, Tier 2 Watch List 2017, no tier stated 2018',
    );
  });

  test('of nothing is nothing', () => expect(tierRuns([])).toEqual([]));
});

describe('how many stand where', () => {
  const counts: StatusCounts = {
    implemented: 1,
    partially_implemented: 0,
    initial_steps: 4,
    not_started: 0,
    reversed: 0,
    no_evidence: 0,
    not_assessed: 2,
  };

  test('is told in numbers, the furthest first', () =>
    expect(sharesInWords(counts)).toBe('1 implemented · 4 initial · 2 not assessed'));

  test('leaves out what does not occur', () => expect(statusShares(counts)).toHaveLength(3));

  test('of nothing says so', () => {
    const none = Object.fromEntries(Object.keys(counts).map((status) => [status, 0])) as StatusCounts;
    expect(sharesInWords(none)).toBe('none on record');
  });
});
