import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { ActionId, CountryCode } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';

export const WithdrawConcreteAction = defineCommand({
  name: 'withdraw-concrete-action',
  service: 'recommendations',
  path: '/concrete-actions/:actionId/withdrawal',
  doc: 'Withdraws an action that was recorded in error. The record stays readable in the history.',
  input: z.strictObject({ actionId: ActionId, reason: Paragraph }),
  rejections: {
    'concrete-action-unknown': 'No such action is on record',
    'concrete-action-withdrawn': 'The action was withdrawn before',
  },
});
export type WithdrawConcreteAction = InputOf<typeof WithdrawConcreteAction>;

export const ConcreteActionWithdrawn = defineEvent({
  type: 'ConcreteActionWithdrawn',
  version: 1,
  owner: 'recommendations',
  stream: 'action',
  doc: 'An action turned out not to have happened, or not so; it is taken out of every view, and stays in the history.',
  data: z.object({
    actionId: ActionId,
    country: CountryCode,
    occurredOn: IsoDate,
    reason: Paragraph,
    withdrawnBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type ConcreteActionWithdrawn = EventOf<typeof ConcreteActionWithdrawn>;
