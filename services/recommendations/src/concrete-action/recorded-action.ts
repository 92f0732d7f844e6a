import type { ActionId } from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';
import type { ConcreteAction, RecordedAction } from './concrete-action.ts';

/** The action as it stands, or the refusal that it is not, or no longer, on record. */
export const standingAction = (
  state: ConcreteAction,
  actionId: ActionId,
): RecordedAction | Rejected<'concrete-action-unknown' | 'concrete-action-withdrawn'> => {
  switch (state.status) {
    case 'recorded':
      return state;
    case 'withdrawn':
      return reject(
        'concrete-action-withdrawn',
        `${actionId} was withdrawn on ${state.on}. Record the action anew if it did happen.`,
      );
    case 'unknown':
      return reject('concrete-action-unknown', `${actionId} is not on record. Check the reference.`);
  }
};
