import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { paces, waitingParties } from '../vocabularies/index.ts';

const content = {
  occurredOn: IsoDate,
  pace: vocabulary(paces).nullable().default(null),
  waitingOn: vocabulary(waitingParties).nullable().default(null),
  note: Paragraph.nullable().default(null),
};

export const NotePace = defineCommand({
  name: 'note-pace',
  service: 'recommendations',
  path: '/recommendations/:reference/pace',
  doc: 'Notes how the work on a recommendation goes and whose move it is. It moves no assessment.',
  input: z.strictObject({ reference: RecommendationReference, ...content }),
  rejections: {
    'recommendation-unknown': 'No such recommendation is on record',
    'recommendation-closed': 'The recommendation is closed',
    'occurred-in-the-future': 'The day given lies in the future',
    'occurred-before-issue': 'The day given lies before the recommendation was issued',
  },
});
export type NotePace = InputOf<typeof NotePace>;

export const PaceNoted = defineEvent({
  type: 'PaceNoted',
  version: 1,
  owner: 'recommendations',
  stream: 'recommendation',
  doc: 'The embassy noted how the work on a recommendation goes and whose move it is.',
  data: z.object({ reference: RecommendationReference, country: CountryCode, ...content, notedBy: Officer }),
  countries: (data) => [data.country],
});
export type PaceNoted = EventOf<typeof PaceNoted>;
