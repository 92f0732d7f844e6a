import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CommitmentId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { CommitmentEventData } from './review-delivery.ts';

export const LapseCommitment = defineCommand({
  name: 'lapse-commitment',
  service: 'commitments',
  path: '/commitments/:commitmentId/lapse',
  doc: 'Ends a promise or a forum commitment whose due date passed without complete delivery.',
  input: z.strictObject({ commitmentId: CommitmentId, occurredOn: IsoDate, explanation: Paragraph }),
  rejections: {
    'commitment-unknown': 'No such promise or commitment is on record',
    'commitment-ended': 'It has been fulfilled, has lapsed or was withdrawn before',
    'occurred-in-the-future': 'The day given lies in the future',
    'occurred-before-commitment': 'The day given lies before the commitment was made',
    'no-due-date': 'Without a due date nothing can lapse',
    'not-yet-due': 'The due date has not passed',
    'delivery-complete': 'The last review finds delivery complete',
  },
});
export type LapseCommitment = InputOf<typeof LapseCommitment>;

export const CommitmentLapsed = defineEvent({
  type: 'CommitmentLapsed',
  version: 1,
  owner: 'commitments',
  stream: 'commitment',
  doc: 'The due date of a promise or forum commitment passed and it had not been kept.',
  data: z.object({ ...CommitmentEventData, explanation: Paragraph, recordedBy: Officer }),
  countries: (data) => data.countries,
});
export type CommitmentLapsed = EventOf<typeof CommitmentLapsed>;
