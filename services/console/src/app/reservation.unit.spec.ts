import { expect, test } from 'vitest';
import { reservation } from './reservation.ts';

const centre = { heardAt: '2026-11-22T10:42:07.123Z', silent: false, missing: 0 };

test.each([
  ['everything that is on record', 0, null, null],
  ['less', 3, null, 'Catching up with the record'],
  ['nobody knows how much of it', null, null, 'Whether this is up to date cannot be told'],
  ['everything that has come from the centre', 0, centre, null],
  ['everything that has come, and more is on its way', 0, { ...centre, missing: 40 }, 'Catching up with the record'],
  ['everything that had come before the centre fell silent', 0, { ...centre, silent: true }, 'May be out of date'],
  ['nobody knows how much, and the centre is silent', null, { ...centre, silent: true }, 'May be out of date'],
])('given the views hold %s', (_, lag, heard, said) => expect(reservation({ lag, centre: heard })).toBe(said));
