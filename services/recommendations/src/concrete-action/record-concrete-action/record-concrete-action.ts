import {
  type ActionId,
  type Command,
  type ConcreteActionRecorded,
  type RecordConcreteAction,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, reject } from '@demarche/kernel';
import type { ConcreteAction } from '../concrete-action.ts';
import { countryOfLinks, type LinkedRecommendations, refuseLinks } from '../linked-recommendations.ts';

/** The command with the reference its record gets, and with which of the recommendations it names are on record. */
export type RecordConcreteActionCommand = Command<'record-concrete-action', RecordConcreteAction> &
  Pick<LinkedRecommendations, 'known'> & { readonly actionId: ActionId };

/** Evidence may come later, by a correction; without it the action cannot carry “implemented”. */
export const recordConcreteAction = (
  command: RecordConcreteActionCommand,
  state: ConcreteAction,
): Decision<ConcreteActionRecorded, RejectionOf<typeof RecordConcreteAction>> =>
  refuseTaken(command, state) ?? refuseLinks(command) ?? accept(recorded(command));

const refuseTaken = ({ actionId }: RecordConcreteActionCommand, { status }: ConcreteAction) =>
  status === 'unknown'
    ? undefined
    : reject(
        'reference-taken',
        `The reference ${actionId} drawn for this action is in use. Nothing was recorded: send it again with a fresh key.`,
      );

const recorded = (command: RecordConcreteActionCommand): ConcreteActionRecorded => ({
  type: 'ConcreteActionRecorded',
  data: {
    actionId: command.actionId,
    country: countryOfLinks(command),
    occurredOn: command.occurredOn,
    description: command.description,
    responsibleBody: command.responsibleBody,
    evidence: command.evidence,
    recommendations: command.recommendations,
    reportedBy: command.officer,
  },
});
