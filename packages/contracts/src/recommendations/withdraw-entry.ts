import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, EntryId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';

export const WithdrawEntry = defineCommand({
  name: 'withdraw-entry',
  service: 'recommendations',
  path: '/recommendations/:reference/entries/:entryId/withdrawal',
  doc: 'Withdraws a response, an assessment or a closure that was recorded in error; the one before it holds again.',
  input: z.strictObject({ reference: RecommendationReference, entryId: EntryId, reason: Paragraph }),
  rejections: {
    'recommendation-unknown': 'No such recommendation is on record',
    'entry-unknown': 'No such entry is on the record of this recommendation',
    'entry-withdrawn': 'The entry was withdrawn before',
    'role-not-allowed': 'The role does not allow it',
  },
});
export type WithdrawEntry = InputOf<typeof WithdrawEntry>;

export const EntryWithdrawn = defineEvent({
  type: 'EntryWithdrawn',
  version: 1,
  owner: 'recommendations',
  stream: 'recommendation',
  doc: 'A response, an assessment or a closure had been recorded in error; what held before it holds again.',
  data: z.object({
    reference: RecommendationReference,
    country: CountryCode,
    entryId: EntryId,
    occurredOn: IsoDate,
    reason: Paragraph,
    withdrawnBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type EntryWithdrawn = EventOf<typeof EntryWithdrawn>;
