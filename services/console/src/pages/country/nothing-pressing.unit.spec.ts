import { expect, test } from 'vitest';
import { nothingPressing } from './nothing-pressing.ts';

const met = { daysAgo: 20 };

test.each([
  ['was never met and owes nothing', null, 0, 'Nothing: no promise or follow-up is open. No engagement is on record.'],
  ['was met lately', met, 2, 'Nothing: no promise or follow-up is overdue. The last engagement was 20 days ago.'],
  [
    'was met long ago',
    { daysAgo: 400 },
    0,
    'Nothing: no promise or follow-up is open. The last engagement was 13 months ago.',
  ],
])('a country that %s reads so', (_, lastEngagement, openPromises, sentence) =>
  expect(nothingPressing({ lastEngagement, openPromises, openFollowUps: 0 })).toBe(sentence),
);
