import { expect, test } from 'vitest';
import { amendmentInWords } from './amendments.ts';

test.each([
  ['tier', 'tier-2', 'tier-3', 'Tier: read as “Tier 2”, saved as “Tier 3”'],
  ['publishedOn', '', '2024-06-24', 'Release date: read as nothing, saved as “2024-06-24”'],
  [
    'recommendations.0',
    'Pass law.',
    'Pass the law.',
    'Recommendation 1: read as “Pass law.”, saved as “Pass the law.”',
  ],
  ['recommendations.4', 'Fund it.', '', 'Recommendation 5: read as “Fund it.”, saved as nothing'],
  ['confirmed', 'Please check.', 'checked', 'The items were checked by the person who saved them: Please check.'],
  ['confirmed', 'Please check.', 'accepted', 'Accepted as read, without a look at the items: Please check.'],
])('%s, read as %s and saved as %s', (field, read, saved, sentence) => {
  expect(amendmentInWords({ field, read, saved })).toBe(sentence);
});
