import { type ActionId, readEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import {
  type ActionOnRecord,
  actionStream,
  type ConcreteActionEvent,
  evolveAction,
  unknownAction,
} from './concrete-action.ts';

/** The actions named, each as its own stream has it, in the order named and each once. */
export const findActions = (store: EventStore, actionIds: readonly ActionId[]): Promise<readonly ActionOnRecord[]> =>
  Promise.all([...new Set(actionIds)].map((actionId) => findAction(store, actionId)));

const findAction = async (store: EventStore, actionId: ActionId): Promise<ActionOnRecord> => {
  const history = await store.readStream(actionStream(actionId));
  const events = history.map(({ type, data, metadata }) =>
    readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) }),
  );
  return { ...(events as ConcreteActionEvent[]).reduce(evolveAction, unknownAction), actionId };
};
