import { expect, test } from 'vitest';
import { camelCase, enumValueName, pascalCase, singular } from './type-name.ts';

test.each([
  ['report-published', 'ReportPublished'],
  ['forum_commitment', 'ForumCommitment'],
  ['followUps', 'FollowUps'],
])('%s names the type %s', (code, name) => {
  expect(pascalCase(code)).toBe(name);
});

test('a command names its mutation', () => {
  expect(camelCase('assess-implementation')).toBe('assessImplementation');
});

test.each([
  ['tier-2-watch-list', '', 'TIER_2_WATCH_LIST'],
  ['1.1', 'OBJECTIVE', 'OBJECTIVE_1_1'],
  ['4(12)', 'STANDARD', 'STANDARD_4_12'],
])('%s with the prefix “%s” is the enum value %s', (code, prefix, name) => {
  expect(enumValueName(code, prefix)).toBe(name);
});

test.each([
  ['reviews', 'review'],
  ['countries', 'country'],
  ['address', 'address'],
  ['raised', 'raised'],
])('one of %s is a %s', (many, one) => {
  expect(singular(many)).toBe(one);
});
