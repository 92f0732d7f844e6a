import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { eachOnce } from '../values/each-once.ts';
import { Evidence } from '../values/evidence.ts';
import { ActionId, CountryCode, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Line, Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';

/** What is recorded of a concrete action; a correction replaces it whole. */
export const ActionContent = {
  occurredOn: IsoDate,
  description: Paragraph,
  responsibleBody: Line.nullable().default(null),
  evidence: z.array(Evidence).max(20).default([]),
  recommendations: eachOnce(RecommendationReference).min(1, 'must name at least one recommendation').max(30),
};

export const RecordConcreteAction = defineCommand({
  name: 'record-concrete-action',
  service: 'recommendations',
  path: '/concrete-actions',
  doc: 'Records something that the government has done, against one or more recommendations.',
  input: z.strictObject(ActionContent),
  rejections: {
    'recommendation-unknown': 'No such recommendation is on record',
    'several-countries': 'The recommendations named belong to different countries',
    'occurred-in-the-future': 'The day given lies in the future',
    'reference-taken': 'The reference drawn for the action is in use',
  },
});
export type RecordConcreteAction = InputOf<typeof RecordConcreteAction>;

export const ConcreteActionRecorded = defineEvent({
  type: 'ConcreteActionRecorded',
  version: 1,
  owner: 'recommendations',
  stream: 'action',
  doc: 'The government did something that can be shown; only such an action can move an assessment.',
  data: z.object({ actionId: ActionId, country: CountryCode, ...ActionContent, reportedBy: Officer }),
  countries: (data) => [data.country],
});
export type ConcreteActionRecorded = EventOf<typeof ConcreteActionRecorded>;
