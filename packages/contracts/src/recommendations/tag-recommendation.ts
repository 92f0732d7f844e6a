import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { eachOnce } from '../values/each-once.ts';
import { CountryCode, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { minimumStandards, pillars } from '../vocabularies/index.ts';

const tags = {
  pillars: eachOnce(vocabulary(pillars)).max(4),
  standards: eachOnce(vocabulary(minimumStandards)).max(15),
};

export const TagRecommendation = defineCommand({
  name: 'tag-recommendation',
  service: 'recommendations',
  path: '/recommendations/:reference/tags',
  doc: 'Says under which pillars and which minimum standards of the law a recommendation falls.',
  input: z.strictObject({ reference: RecommendationReference, ...tags }),
  rejections: { 'recommendation-unknown': 'No such recommendation is on record' },
});
export type TagRecommendation = InputOf<typeof TagRecommendation>;

export const RecommendationTagged = defineEvent({
  type: 'RecommendationTagged',
  version: 1,
  owner: 'recommendations',
  stream: 'recommendation',
  doc: 'A recommendation was put under pillars and minimum standards; the list replaces the one before.',
  data: z.object({
    reference: RecommendationReference,
    country: CountryCode,
    occurredOn: IsoDate,
    ...tags,
    taggedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type RecommendationTagged = EventOf<typeof RecommendationTagged>;
