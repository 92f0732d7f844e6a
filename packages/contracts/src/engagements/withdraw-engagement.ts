import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, EngagementId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';

export const WithdrawEngagement = defineCommand({
  name: 'withdraw-engagement',
  service: 'engagements',
  path: '/engagements/:engagementId/withdrawal',
  doc: 'Withdraws an engagement that was recorded in error, with what was raised, promised and assigned in it.',
  input: z.strictObject({ engagementId: EngagementId, reason: Paragraph }),
  rejections: {
    'engagement-unknown': 'No such engagement is on record',
    'engagement-withdrawn': 'The engagement was withdrawn before',
  },
});
export type WithdrawEngagement = InputOf<typeof WithdrawEngagement>;

export const EngagementWithdrawn = defineEvent({
  type: 'EngagementWithdrawn',
  version: 1,
  owner: 'engagements',
  stream: 'engagement',
  doc: 'An engagement had been recorded in error; it leaves every view with all that hangs on it, and stays in the history.',
  data: z.object({
    engagementId: EngagementId,
    countries: z.array(CountryCode),
    occurredOn: IsoDate,
    reason: Paragraph,
    withdrawnBy: Officer,
  }),
  countries: (data) => data.countries,
});
export type EngagementWithdrawn = EventOf<typeof EngagementWithdrawn>;
