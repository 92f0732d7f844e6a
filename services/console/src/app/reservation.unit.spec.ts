import { expect, test } from 'vitest';
import { reservation } from './reservation.ts';

const centre = { heardAt: '2026-11-22T10:42:07.123Z', silent: false, missing: 0 };
const well = { position: 80, lag: 0, centre: null, beyondRecord: false, answeredAt: { behind: false } };
const CATCHING_UP = 'Catching up with the record';

test.each([
  ['everything that is on record', {}, null],
  ['less', { lag: 3 }, CATCHING_UP],
  ['nobody knows how much of it', { lag: null }, 'Whether this is up to date cannot be told'],
  ['less than was shown before', { answeredAt: { behind: true } }, CATCHING_UP],
  ['everything that has come from the centre', { centre }, null],
  ['everything that has come, and more is on its way', { centre: { ...centre, missing: 40 } }, CATCHING_UP],
  ['what had come before the centre fell silent', { centre: { ...centre, silent: true } }, 'May be out of date'],
  [
    'nobody knows how much, and the centre is silent',
    { lag: null, centre: { ...centre, silent: true } },
    'May be out of date',
  ],
  ['what is not on record', { lag: null, beyondRecord: true }, 'May show what is not on record'],
])('given the views hold %s', (_, told, said) => expect(reservation({ ...well, ...told })).toBe(said));

test.each([
  ['hold', 80, null],
  ['do not hold yet', 81, CATCHING_UP],
])('given the views %s what was recorded from this page', (_, own, said) => expect(reservation(well, own)).toBe(said));
