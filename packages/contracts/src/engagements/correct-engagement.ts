import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { EngagementId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { EngagementContent } from './log-engagement.ts';

export const CorrectEngagement = defineCommand({
  name: 'correct-engagement',
  service: 'engagements',
  path: '/engagements/:engagementId/corrections',
  doc: 'Corrects what was recorded of an engagement. The request is the whole engagement as it should be; what was raised, promised and assigned stays.',
  input: z.strictObject({ engagementId: EngagementId, ...EngagementContent, reason: Paragraph }),
  rejections: {
    'engagement-unknown': 'No such engagement is on record',
    'engagement-withdrawn': 'The engagement was withdrawn',
    'occurred-in-the-future': 'The day given lies in the future',
    'forum-missing': 'A multilateral engagement names its forum',
    'country-still-named': 'A country cannot be taken out while a recommendation or promise of it is on the record',
    'promise-due-before-made': 'A promise made in it would be due before it was made',
    'nothing-to-correct': 'The correction changes nothing',
  },
});
export type CorrectEngagement = InputOf<typeof CorrectEngagement>;

export const EngagementCorrected = defineEvent({
  type: 'EngagementCorrected',
  version: 1,
  owner: 'engagements',
  stream: 'engagement',
  doc: 'What was recorded of an engagement was wrong and is corrected; the data is the whole engagement as it should have been.',
  data: z.object({ engagementId: EngagementId, ...EngagementContent, reason: Paragraph, correctedBy: Officer }),
  countries: (data) => data.countries,
});
export type EngagementCorrected = EventOf<typeof EngagementCorrected>;
