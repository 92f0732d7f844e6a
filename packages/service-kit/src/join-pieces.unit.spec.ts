import { expect, test } from 'vitest';
import { joinPieces } from './join-pieces.ts';

test('pieces come out in order, as one', () => {
  const pieces = joinPieces();
  expect(String(pieces.whole())).toBe('');
  for (const piece of ['a', '', 'bcdef', 'gh']) pieces.add(Buffer.from(piece));
  expect([String(pieces.whole()), pieces.size]).toEqual(['abcdefgh', 8]);
});

test('what was expected takes its own room, and what is more is taken too', () => {
  const pieces = joinPieces(4);
  for (const piece of ['ab', 'cd']) pieces.add(Buffer.from(piece));
  expect([String(pieces.whole()), pieces.whole().buffer.byteLength]).toEqual(['abcd', 4]);
  pieces.add(Buffer.from('e'));
  expect(String(pieces.whole())).toBe('abcde');
});

test('a hundred thousand of one byte take no more than twice their room', () => {
  const pieces = joinPieces();
  for (let at = 0; at < 100_000; at += 1) pieces.add(Buffer.from([at % 256]));
  expect(pieces.whole().buffer.byteLength).toBeLessThan(200_000);
  expect(pieces.whole().at(-1)).toBe(99_999 % 256);
});
