import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { ActionId, CountryCode } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { ActionContent } from './record-concrete-action.ts';

export const CorrectConcreteAction = defineCommand({
  name: 'correct-concrete-action',
  service: 'recommendations',
  path: '/concrete-actions/:actionId/corrections',
  doc: 'Corrects what was recorded of a concrete action. The request is the whole action as it should be.',
  input: z.strictObject({ actionId: ActionId, ...ActionContent, reason: Paragraph }),
  rejections: {
    'concrete-action-unknown': 'No such action is on record',
    'concrete-action-withdrawn': 'The action was withdrawn as recorded in error',
    'recommendation-unknown': 'No such recommendation is on record',
    'several-countries': 'The recommendations named belong to different countries',
    'occurred-in-the-future': 'The day given lies in the future',
    'nothing-to-correct': 'The correction changes nothing',
  },
});
export type CorrectConcreteAction = InputOf<typeof CorrectConcreteAction>;

export const ConcreteActionCorrected = defineEvent({
  type: 'ConcreteActionCorrected',
  version: 1,
  owner: 'recommendations',
  stream: 'action',
  doc: 'What was recorded of an action was wrong and is corrected; the data is the whole action as it should have been.',
  data: z.object({
    actionId: ActionId,
    country: CountryCode,
    ...ActionContent,
    reason: Paragraph,
    correctedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type ConcreteActionCorrected = EventOf<typeof ConcreteActionCorrected>;
