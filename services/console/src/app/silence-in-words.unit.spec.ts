import { expect, test } from 'vitest';
import { silenceInWords } from './silence-in-words.ts';

const [heardAt, recordedAt] = ['2026-11-22T10:42:07.123Z', '2026-11-19T16:05:00.000Z'];
const OUT_OF_DATE = 'These pages may be out of date: nothing has been heard from the centre';

test.each([
  ['no centre far away', null, recordedAt, null],
  ['a centre that is heard', { heardAt, silent: false, missing: 0 }, recordedAt, null],
  ['silence', { heardAt, silent: true, missing: 0 }, recordedAt, `${OUT_OF_DATE} since 22 Nov 2026, 10:42 UTC.`],
  [
    'silence from the start',
    { heardAt: null, silent: true, missing: 0 },
    recordedAt,
    `${OUT_OF_DATE} since this site was started. The newest that is held here was recorded on 19 Nov 2026, 16:05 UTC.`,
  ],
  [
    'silence from the start, and nothing held',
    { heardAt: null, silent: true, missing: 0 },
    null,
    `${OUT_OF_DATE} since this site was started.`,
  ],
])('given %s', (_, centre, newest, said) => expect(silenceInWords({ centre, recordedAt: newest })).toBe(said));
