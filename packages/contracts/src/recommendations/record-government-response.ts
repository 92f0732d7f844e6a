import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, EntryId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Line, Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { governmentResponses } from '../vocabularies/index.ts';

export const RecordGovernmentResponse = defineCommand({
  name: 'record-government-response',
  service: 'recommendations',
  path: '/recommendations/:reference/responses',
  doc: 'Records what the host government said to a recommendation.',
  input: z.strictObject({
    reference: RecommendationReference,
    occurredOn: IsoDate,
    response: vocabulary(governmentResponses).exclude(['none_yet']),
    comment: Paragraph.nullable().default(null),
    /** Who spoke for the government: "Ministry of Justice". */
    respondent: Line.nullable().default(null),
  }),
  rejections: {
    'recommendation-unknown': 'No such recommendation is on record',
    'recommendation-closed': 'The recommendation is closed',
    'occurred-in-the-future': 'The day given lies in the future',
    'occurred-before-issue': 'The day given lies before the recommendation was issued',
  },
});
export type RecordGovernmentResponse = InputOf<typeof RecordGovernmentResponse>;

export const GovernmentResponseRecorded = defineEvent({
  type: 'GovernmentResponseRecorded',
  version: 1,
  owner: 'recommendations',
  stream: 'recommendation',
  doc: 'The host government answered a recommendation; no answer closes it or moves its assessment.',
  data: z.object({
    reference: RecommendationReference,
    country: CountryCode,
    responseId: EntryId,
    occurredOn: IsoDate,
    response: vocabulary(governmentResponses),
    comment: Paragraph.nullable(),
    respondent: Line.nullable(),
    recordedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type GovernmentResponseRecorded = EventOf<typeof GovernmentResponseRecorded>;
