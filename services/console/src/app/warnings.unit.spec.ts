import { expect, test } from 'vitest';
import { warnings } from './warnings.ts';

const well = { position: 80, centre: null, recordedAt: null, beyondRecord: false, answeredAt: { behind: false } };
const silence = { heardAt: null, silent: true, missing: 0 };

test.each([
  ['all is well', {}, 80, []],
  ['nobody can tell whether it is on record', { beyondRecord: null }, 80, []],
  ['it is not on record', { beyondRecord: true }, 80, [/not on record: an older backup .* build the views anew\.$/]],
  [
    'what was saved was waited for, in vain',
    { answeredAt: { behind: true } },
    81,
    [/^What you saved is recorded, and not yet shown/],
  ],
  ['what was saved has not been waited for yet', {}, 81, []],
  ['another was shown more, who saved nothing', { answeredAt: { behind: true } }, undefined, []],
  ['another was shown more than what was saved', { answeredAt: { behind: true } }, 80, []],
  ['the centre is silent', { centre: silence }, 80, [/nothing has been heard from the centre/]],
  [
    'what was saved is on its way to a centre that is silent',
    { centre: silence, answeredAt: { behind: true } },
    81,
    [/^What you saved/, /nothing has been heard/],
  ],
])('given %s', (_, told, own, said) =>
  expect(warnings({ ...well, ...told }, own)).toEqual(said.map((sentence) => expect.stringMatching(sentence))),
);
