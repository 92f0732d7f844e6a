import { expect, test } from 'vitest';
import { firstDayWithin, periodsSince } from './assessable-periods.ts';

test('every period from the one of issue is offered, newest first', () => {
  expect(periodsSince('2023-06-15', 2026)).toEqual([2026, 2025, 2024, 2023]);
});

test('a report issued before 1 April belongs to the period that had begun the year before', () => {
  expect(periodsSince('2026-03-31', 2026)).toEqual([2026, 2025]);
});

test('the current period is offered in any case', () => {
  expect(periodsSince('2026-06-30', 2025)).toEqual([2025]);
});

test('in the period of issue nothing is assessed before the day of issue', () => {
  expect(firstDayWithin(2023, '2023-06-15')).toBe('2023-06-15');
  expect(firstDayWithin(2024, '2023-06-15')).toBe('2024-04-01');
});
