import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, EngagementId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { deliveryForms, receptions } from '../vocabularies/index.ts';

/** A recommendation that came up, and how the other side took it. */
export const RaisedRequest = z.strictObject({
  reference: RecommendationReference,
  reception: vocabulary(receptions),
  note: Paragraph.nullable().default(null),
});
export type RaisedRequest = z.infer<typeof RaisedRequest>;

export const RaiseRecommendation = defineCommand({
  name: 'raise-recommendation',
  service: 'engagements',
  path: '/engagements/:engagementId/recommendations-raised',
  doc: 'Adds a recommendation that was raised in an engagement already logged.',
  input: z.strictObject({ engagementId: EngagementId, ...RaisedRequest.shape }),
  rejections: {
    'engagement-unknown': 'No such engagement is on record',
    'engagement-withdrawn': 'The engagement was withdrawn',
    'recommendation-unknown': 'No such recommendation is on record',
    'recommendation-of-another-country': 'The recommendation belongs to a country that was not engaged',
    'recommendation-raised-before': 'The recommendation is already on the record of this engagement',
  },
});
export type RaiseRecommendation = InputOf<typeof RaiseRecommendation>;

export const RecommendationRaised = defineEvent({
  type: 'RecommendationRaised',
  version: 1,
  owner: 'engagements',
  stream: 'engagement',
  doc: 'We brought up a recommendation with the other side, and they took it in a certain way.',
  data: z.object({
    engagementId: EngagementId,
    reference: RecommendationReference,
    country: CountryCode,
    occurredOn: IsoDate,
    deliveryForm: vocabulary(deliveryForms),
    reception: vocabulary(receptions),
    note: Paragraph.nullable(),
    raisedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type RecommendationRaised = EventOf<typeof RecommendationRaised>;
