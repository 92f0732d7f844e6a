import { expect, test } from 'vitest';
import { z } from 'zod';
import { readEnvironment } from './environment.ts';
import { secretKeys } from './secret-keys.ts';

const [one, other] = ['a secret, and one that is long enough', 'another secret that is as long as it'];
const settings = z.object({ KEY: secretKeys('the same everywhere') });
const readingOf = (KEY: string) => readEnvironment(settings, { KEY });

test.each([
  ['one', one, [one]],
  ['one of a file that ends as files do', `${one}\r\n`, [one]],
  ['the new one and the one before', `${one}\n${other}\n`, [one, other]],
  ['both, with nothing between them', ` ${one} \r\n\r\n${other}`, [one, other]],
])('given %s, then there are so many keys', (_, given, keys) => {
  const reading = readingOf(given);
  expect(reading).toMatchObject({ outcome: 'read' });
  const read = reading.outcome === 'read' ? reading.environment.KEY : [];
  expect(read.map((key) => new TextDecoder().decode(key))).toEqual(keys);
});

test.each([
  ['none', '\n \n'],
  ['one that is short', 'short'],
  ['one below it that is short', `${one}\nshort`],
  ['three', `${one}\n${other}\n${one}`],
])('given %s, then it is said what there has to be, and no key', (_, given) => {
  expect(readingOf(given)).toEqual({
    outcome: 'faulty',
    faults: [
      'KEY must be a secret of at least 32 characters, the same everywhere; or two of them while it is changed, one a line, the new one first',
    ],
  });
});
