import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, EntryId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { closureReasons } from '../vocabularies/index.ts';

export const CloseRecommendation = defineCommand({
  name: 'close-recommendation',
  service: 'recommendations',
  path: '/recommendations/:reference/closure',
  doc: 'Ends the life of a recommendation, with a reason.',
  input: z.strictObject({
    reference: RecommendationReference,
    occurredOn: IsoDate,
    reason: vocabulary(closureReasons),
    explanation: Paragraph,
  }),
  rejections: {
    'recommendation-unknown': 'No such recommendation is on record',
    'recommendation-closed': 'The recommendation was closed before',
    'occurred-in-the-future': 'The day given lies in the future',
    'occurred-before-issue': 'The day given lies before the recommendation was issued',
    'not-assessed-implemented': 'The last assessment does not say implemented',
    'basis-withdrawn': 'The actions that the assessment rests on were withdrawn',
    'assessment-not-signed-off': 'The last assessment was not signed off',
    'role-not-allowed': 'The role does not allow it',
  },
});
export type CloseRecommendation = InputOf<typeof CloseRecommendation>;

export const RecommendationClosed = defineEvent({
  type: 'RecommendationClosed',
  version: 1,
  owner: 'recommendations',
  stream: 'recommendation',
  doc: 'A recommendation reached its end: implemented, not implemented, or overtaken by events.',
  data: z.object({
    reference: RecommendationReference,
    country: CountryCode,
    closureId: EntryId,
    occurredOn: IsoDate,
    reason: vocabulary(closureReasons),
    explanation: Paragraph,
    closedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type RecommendationClosed = EventOf<typeof RecommendationClosed>;
