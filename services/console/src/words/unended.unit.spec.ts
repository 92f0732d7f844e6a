import { expect, test } from 'vitest';
import { unended } from './unended.ts';

test('a sentence that goes on loses its full stop, and nothing else', () => {
  expect(unended('The draft goes to parliament.')).toBe('The draft goes to parliament');
  expect(unended('No. 4 of 2026')).toBe('No. 4 of 2026');
});
