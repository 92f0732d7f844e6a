import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSignedText, signText } from './signed-text.ts';

const [one, other] = [Buffer.from('one key'), Buffer.from('other')];
const keys = [one] as const;

test('what was signed is read, whatever it is', () => {
  const unread = fc.property(fc.string(), (text) => readSignedText(signText(text, keys), keys) === text);

  expect(fc.check(unread)).toMatchObject({ failed: false });
});

test('what was changed anywhere is not read', () => {
  const changed = fc.property(
    fc.string(),
    fc.nat(),
    fc.string({ minLength: 1, maxLength: 1 }),
    (text, where, letter) => {
      const signed = signText(text, keys);
      const at = where % signed.length;
      const forged = `${signed.slice(0, at)}${letter}${signed.slice(at + 1)}`;
      return forged === signed || readSignedText(forged, keys) === null;
    },
  );

  expect(fc.check(changed)).toMatchObject({ failed: false });
});

test.each(['', '.', 'ines.okafor', 'ines.okafor.'])('%j was never signed', (text) => {
  expect(readSignedText(text, keys)).toBeNull();
});

test('another key proves nothing', () => {
  expect(readSignedText(signText('ines.okafor', keys), [other])).toBeNull();
});

test('the first of two keys signs, and what either signed is read', () => {
  expect(signText('ines.okafor', [other, one])).toBe(signText('ines.okafor', [other]));
  for (const keys of [[one], [other]] as const) {
    expect(readSignedText(signText('ines.okafor', keys), [other, one])).toBe('ines.okafor');
  }
});
