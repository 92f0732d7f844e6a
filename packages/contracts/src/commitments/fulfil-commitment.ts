import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CommitmentId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { CommitmentEventData } from './review-delivery.ts';

export const FulfilCommitment = defineCommand({
  name: 'fulfil-commitment',
  service: 'commitments',
  path: '/commitments/:commitmentId/fulfilment',
  doc: 'Ends a promise or a forum commitment as kept.',
  input: z.strictObject({ commitmentId: CommitmentId, occurredOn: IsoDate, explanation: Paragraph }),
  rejections: {
    'commitment-unknown': 'No such promise or commitment is on record',
    'commitment-ended': 'It has been fulfilled, has lapsed or was withdrawn before',
    'occurred-in-the-future': 'The day given lies in the future',
    'occurred-before-commitment': 'The day given lies before the commitment was made',
    'delivery-not-complete': 'The last review does not find delivery complete',
  },
});
export type FulfilCommitment = InputOf<typeof FulfilCommitment>;

export const CommitmentFulfilled = defineEvent({
  type: 'CommitmentFulfilled',
  version: 1,
  owner: 'commitments',
  stream: 'commitment',
  doc: 'What had been promised was done, and the record is complete.',
  data: z.object({ ...CommitmentEventData, explanation: Paragraph, confirmedBy: Officer }),
  countries: (data) => data.countries,
});
export type CommitmentFulfilled = EventOf<typeof CommitmentFulfilled>;
