import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { eachOnce } from '../values/each-once.ts';
import { CommitmentId, CountryCode, EngagementId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Line, Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';

/** Something the other side said it would do. */
export const PromiseRequest = z.strictObject({
  country: CountryCode,
  wording: Paragraph,
  dueOn: IsoDate.nullable().default(null),
  responsibleBody: Line.nullable().default(null),
  /** Who made it, by name or title. */
  madeBy: Line.nullable().default(null),
  recommendations: eachOnce(RecommendationReference).max(30).default([]),
});
export type PromiseRequest = z.infer<typeof PromiseRequest>;

export const RecordPromise = defineCommand({
  name: 'record-promise',
  service: 'engagements',
  path: '/engagements/:engagementId/promises',
  doc: 'Adds a promise that was made in an engagement already logged. It never moves an assessment (22 U.S.C. 7107(b)(1)).',
  input: z.strictObject({ engagementId: EngagementId, ...PromiseRequest.shape }),
  rejections: {
    'engagement-unknown': 'No such engagement is on record',
    'engagement-withdrawn': 'The engagement was withdrawn',
    'country-not-engaged': 'The country was not part of the engagement',
    'recommendation-unknown': 'No such recommendation is on record',
    'recommendation-of-another-country': 'A recommendation named belongs to another country',
    'promise-due-before-made': 'The promise would be due before it was made',
  },
});
export type RecordPromise = InputOf<typeof RecordPromise>;

export const PromiseMade = defineEvent({
  type: 'PromiseMade',
  version: 1,
  owner: 'engagements',
  stream: 'engagement',
  doc: 'The other side said that it would do something; whether it was delivered is followed on the promise’s own record.',
  data: z.object({
    engagementId: EngagementId,
    promiseId: CommitmentId,
    country: CountryCode,
    occurredOn: IsoDate,
    wording: Paragraph,
    dueOn: IsoDate.nullable(),
    responsibleBody: Line.nullable(),
    madeBy: Line.nullable(),
    recommendations: eachOnce(RecommendationReference),
    recordedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type PromiseMade = EventOf<typeof PromiseMade>;
