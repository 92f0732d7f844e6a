import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, EngagementId, FollowUpId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Line, Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';

/** Something that one of us will do after the engagement. */
export const FollowUpRequest = z.strictObject({
  what: Paragraph,
  /** Who does it, by name. */
  owner: Line,
  dueOn: IsoDate.nullable().default(null),
});
export type FollowUpRequest = z.infer<typeof FollowUpRequest>;

export const AssignFollowUp = defineCommand({
  name: 'assign-follow-up',
  service: 'engagements',
  path: '/engagements/:engagementId/follow-ups',
  doc: 'Adds something to do after an engagement already logged.',
  input: z.strictObject({ engagementId: EngagementId, ...FollowUpRequest.shape }),
  rejections: {
    'engagement-unknown': 'No such engagement is on record',
    'engagement-withdrawn': 'The engagement was withdrawn',
  },
});
export type AssignFollowUp = InputOf<typeof AssignFollowUp>;

export const FollowUpAssigned = defineEvent({
  type: 'FollowUpAssigned',
  version: 1,
  owner: 'engagements',
  stream: 'engagement',
  doc: 'One of us took on something to do after an engagement.',
  data: z.object({
    engagementId: EngagementId,
    followUpId: FollowUpId,
    countries: z.array(CountryCode),
    occurredOn: IsoDate,
    ...FollowUpRequest.shape,
    assignedBy: Officer,
  }),
  countries: (data) => data.countries,
});
export type FollowUpAssigned = EventOf<typeof FollowUpAssigned>;
