import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSignedText, signText } from './signed-text.ts';

const key = Buffer.from('one key');

test('what was signed is read, whatever it is', () => {
  const unread = fc.property(fc.string(), (text) => readSignedText(signText(text, key), key) === text);

  expect(fc.check(unread)).toMatchObject({ failed: false });
});

test('what was changed anywhere is not read', () => {
  const changed = fc.property(
    fc.string(),
    fc.nat(),
    fc.string({ minLength: 1, maxLength: 1 }),
    (text, where, letter) => {
      const signed = signText(text, key);
      const at = where % signed.length;
      const forged = `${signed.slice(0, at)}${letter}${signed.slice(at + 1)}`;
      return forged === signed || readSignedText(forged, key) === null;
    },
  );

  expect(fc.check(changed)).toMatchObject({ failed: false });
});

test.each(['', '.', 'ines.okafor', 'ines.okafor.'])('%j was never signed', (text) => {
  expect(readSignedText(text, key)).toBeNull();
});

test('another key proves nothing', () => {
  expect(readSignedText(signText('ines.okafor', key), Buffer.from('other'))).toBeNull();
});
