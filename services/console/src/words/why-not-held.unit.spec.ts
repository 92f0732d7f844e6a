import { expect, test } from 'vitest';
import { whyNotHeld } from './why-not-held.ts';

const known = { recordedAt: '2026-11-21T10:00:00.000Z', happenedOn: '2019-06-30' };

test.each(['today', 'then'] as const)(
  'before the day itself it is the world that had not come so far (%s)',
  (clock) => {
    expect(whyNotHeld({ on: '2019-06-29', known: clock }, known)).toBe('had-not-happened');
  },
);

test('from the day itself on it is Demarche that had not heard of it', () => {
  expect(whyNotHeld({ on: '2019-06-30', known: 'then' }, known)).toBe('was-not-recorded');
});

test('where the day is not known, nothing is claimed about the world', () => {
  expect(whyNotHeld({ on: '2019-06-29', known: 'then' }, { recordedAt: known.recordedAt })).toBe('was-not-recorded');
});
