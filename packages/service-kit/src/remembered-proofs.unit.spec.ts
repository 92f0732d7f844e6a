import { expect, test } from 'vitest';
import { rememberedProofs } from './remembered-proofs.ts';

const reading = (atMost?: number) => {
  const read: string[] = [];
  const remembered = rememberedProofs((proof) => {
    read.push(proof);
    return proof.startsWith('false') ? null : { name: proof };
  }, atMost);
  return { read, remembered };
};

test('a proof that holds is looked at once', () => {
  const { read, remembered } = reading();
  expect([remembered('a'), remembered('b'), remembered('a')]).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'a' }]);
  expect(read).toEqual(['a', 'b']);
});

test('one that does not is looked at each time, and not kept', () => {
  const { read, remembered } = reading();
  expect([remembered('false'), remembered('false')]).toEqual([null, null]);
  expect(read).toEqual(['false', 'false']);
});

test('no more are kept than so many', () => {
  const { read, remembered } = reading(2);
  for (const proof of ['a', 'b', 'c', 'c', 'a']) remembered(proof);
  expect(read).toEqual(['a', 'b', 'c', 'a']);
});
