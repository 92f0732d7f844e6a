import { LogEngagement } from '@demarche/contracts';
import { describe, expect, test } from 'vitest';
import {
  checkMeeting,
  emptyMeeting,
  isTouched,
  type MeetingFields,
  meetingInput,
  NOT_RAISED,
  personIn,
} from './meeting-fields.ts';

const meeting: MeetingFields = {
  ...emptyMeeting('XKD', '2026-11-21', 'Embassy Kald City'),
  counterparts: [{ name: 'T. Varga', title: 'Deputy Minister of Justice', body: '' }],
  raised: {
    'XKD-2026-01': { ...NOT_RAISED, reception: 'acknowledged', promise: 'Law goes to parliament', dueOn: '2026-12-15' },
    'XKD-2026-04': { ...NOT_RAISED, reception: 'deferred' },
  },
  summary: 'He expects the draft in the autumn session.',
};

describe('a meeting as it is typed', () => {
  test('is a command that the service takes', () => {
    expect(LogEngagement.input.safeParse(meetingInput(meeting)).error).toBeUndefined();
  });

  test('ties a promise to its recommendation and to the first counterpart', () => {
    expect(meetingInput(meeting).promises).toEqual([
      {
        country: 'XKD',
        wording: 'Law goes to parliament',
        dueOn: '2026-12-15',
        responsibleBody: null,
        madeBy: 'T. Varga',
        recommendations: ['XKD-2026-01'],
      },
    ]);
  });

  test('takes a counterpart that was typed and not yet entered', () => {
    const fields = { ...meeting, counterparts: [], counterpartText: 'A. Bel, Judge, Supreme Court, Kald City' };
    expect(meetingInput(fields).theirParticipants).toEqual([
      { name: 'A. Bel', title: 'Judge', body: 'Supreme Court, Kald City' },
    ]);
    expect(checkMeeting(fields)).toEqual([]);
  });

  test.each([
    ['demarche', 'meeting', 'demarche'],
    ['note', 'correspondence', 'diplomatic_note'],
    ['call', 'call', 'oral'],
  ] as const)('%s says its channel and form', (how, channel, deliveryForm) => {
    expect(meetingInput({ ...meeting, how })).toMatchObject({ channel, deliveryForm });
  });

  test('in a forum is multilateral, and names every country once', () => {
    expect(meetingInput({ ...meeting, forum: 'OSCE', otherCountries: 'xnb, XKD xru' })).toMatchObject({
      kind: 'multilateral',
      countries: ['XKD', 'XNB', 'XRU'],
    });
  });
});

describe('what is missing', () => {
  test('is asked for in sentences, each at its field', () => {
    expect(checkMeeting(emptyMeeting('', '2026-11-21', '')).map(({ field }) => field)).toEqual([
      'countries',
      'theirParticipants',
      'summary',
      'post',
    ]);
  });

  test('includes how a ticked recommendation was taken', () => {
    const fields = { ...meeting, raised: { 'XKD-2026-02': NOT_RAISED } };
    expect(checkMeeting(fields)).toEqual([{ field: 'raised.XKD-2026-02', message: 'Say how they took XKD-2026-02.' }]);
  });

  test('includes the forum in whose margin one met', () => {
    expect(checkMeeting({ ...meeting, how: 'margin' })).toHaveLength(1);
  });
});

test('an untouched form is not worth keeping', () => {
  expect(isTouched(emptyMeeting('XKD', '2026-11-21', 'Kald City'))).toBe(false);
  expect(isTouched(meeting)).toBe(true);
});

test('a person is read from one line', () => {
  expect(personIn(' T. Varga ,  Deputy Minister ')).toEqual({ name: 'T. Varga', title: 'Deputy Minister', body: '' });
  expect(personIn('  ')).toBeNull();
});
