import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CommitmentId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { CommitmentEventData } from './review-delivery.ts';

export const WithdrawCommitment = defineCommand({
  name: 'withdraw-commitment',
  service: 'commitments',
  path: '/commitments/:commitmentId/withdrawal',
  doc: 'Ends a promise or a forum commitment that was taken back or recorded in error.',
  input: z.strictObject({ commitmentId: CommitmentId, occurredOn: IsoDate, explanation: Paragraph }),
  rejections: {
    'commitment-unknown': 'No such promise or commitment is on record',
    'commitment-ended': 'It has been fulfilled, has lapsed or was withdrawn before',
    'occurred-in-the-future': 'The day given lies in the future',
    'occurred-before-commitment': 'The day given lies before the commitment was made',
  },
});
export type WithdrawCommitment = InputOf<typeof WithdrawCommitment>;

export const CommitmentWithdrawn = defineEvent({
  type: 'CommitmentWithdrawn',
  version: 1,
  owner: 'commitments',
  stream: 'commitment',
  doc: 'A promise or forum commitment was taken back, or had been recorded in error.',
  data: z.object({ ...CommitmentEventData, explanation: Paragraph, withdrawnBy: Officer }),
  countries: (data) => data.countries,
});
export type CommitmentWithdrawn = EventOf<typeof CommitmentWithdrawn>;
