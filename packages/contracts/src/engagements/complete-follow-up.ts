import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, EngagementId, FollowUpId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';

export const CompleteFollowUp = defineCommand({
  name: 'complete-follow-up',
  service: 'engagements',
  path: '/engagements/:engagementId/follow-ups/:followUpId/completion',
  doc: 'Marks a follow-up as done, with what came of it.',
  input: z.strictObject({
    engagementId: EngagementId,
    followUpId: FollowUpId,
    occurredOn: IsoDate,
    outcome: Paragraph.nullable().default(null),
  }),
  rejections: {
    'engagement-unknown': 'No such engagement is on record',
    'engagement-withdrawn': 'The engagement was withdrawn',
    'follow-up-unknown': 'No such follow-up is on the record of this engagement',
    'follow-up-done': 'The follow-up was done before',
    'occurred-in-the-future': 'The day given lies in the future',
  },
});
export type CompleteFollowUp = InputOf<typeof CompleteFollowUp>;

export const FollowUpCompleted = defineEvent({
  type: 'FollowUpCompleted',
  version: 1,
  owner: 'engagements',
  stream: 'engagement',
  doc: 'What one of us had taken on after an engagement is done.',
  data: z.object({
    engagementId: EngagementId,
    followUpId: FollowUpId,
    countries: z.array(CountryCode),
    occurredOn: IsoDate,
    outcome: Paragraph.nullable(),
    completedBy: Officer,
  }),
  countries: (data) => data.countries,
});
export type FollowUpCompleted = EventOf<typeof FollowUpCompleted>;
