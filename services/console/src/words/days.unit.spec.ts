import { describe, expect, test } from 'vitest';
import {
  agoInWords,
  dayInWords,
  daysBetween,
  lastDayWithin,
  listInWords,
  periodInWords,
  periodOf,
  recordedLater,
  shortDay,
} from './days.ts';

describe('days in words', () => {
  test('a day reads as a diplomat writes it', () => {
    expect(dayInWords('2026-09-09')).toBe('9 Sep 2026');
    expect(dayInWords('2026-09-09T10:00:00.000Z')).toBe('9 Sep 2026');
  });

  test('the year is left out only where it is the reader’s own', () => {
    expect(shortDay('2026-09-09', '2026-11-21')).toBe('9 Sep');
    expect(shortDay('2025-09-09', '2026-11-21')).toBe('9 Sep 2025');
  });

  test.each([
    [0, 'today'],
    [1, 'yesterday'],
    [212, '212 days ago'],
    [400, '13 months ago'],
    [1500, '4 years ago'],
  ])('%i days', (days, words) => expect(agoInWords(days)).toBe(words));

  test('days are counted over a change of year and of summer time', () => {
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  });
});

describe('a record made later than the thing happened', () => {
  test('says so after a week', () => {
    expect(recordedLater('2026-05-03', '2026-05-14T08:00:00.000Z')).toBe('recorded 11 days later');
    expect(recordedLater('2016-06-30', '2026-05-14T08:00:00.000Z')).toBe('recorded 9 years later');
  });

  test('says nothing within it', () => expect(recordedLater('2026-05-03', '2026-05-10T23:00:00.000Z')).toBeNull());
});

describe('reporting periods', () => {
  test('begin on 1 April', () => {
    expect(periodOf('2026-03-31')).toBe(2025);
    expect(periodOf('2026-04-01')).toBe(2026);
    expect(periodInWords(2026)).toBe('1 Apr 2026 to 31 Mar 2027');
  });

  test('end at the latest today', () => {
    expect(lastDayWithin(2025, '2026-11-21')).toBe('2026-03-31');
    expect(lastDayWithin(2026, '2026-11-21')).toBe('2026-11-21');
  });
});

test('a list reads as one', () => {
  expect(listInWords(['1', '2', '4'])).toBe('1, 2 and 4');
  expect(listInWords(['1'])).toBe('1');
});
