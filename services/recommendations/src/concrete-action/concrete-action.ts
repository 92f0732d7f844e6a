import {
  type ActionId,
  type ConcreteActionCorrected,
  type ConcreteActionRecorded,
  type ConcreteActionWithdrawn,
  type CountryCode,
  type Evidence,
  type IsoDate,
  type RecommendationReference,
  type StreamName,
  streamName,
} from '@demarche/contracts';

export type ConcreteActionEvent = ConcreteActionRecorded | ConcreteActionCorrected | ConcreteActionWithdrawn;

export type ConcreteAction =
  | { readonly status: 'unknown' }
  | RecordedAction
  | { readonly status: 'withdrawn'; readonly on: IsoDate };

/** What a correction can change, as it holds now. */
export interface ActionContent {
  readonly country: CountryCode;
  readonly occurredOn: IsoDate;
  readonly description: string;
  readonly responsibleBody: string | null;
  readonly evidence: readonly Evidence[];
  readonly recommendations: readonly RecommendationReference[];
}

export interface RecordedAction extends ActionContent {
  readonly status: 'recorded';
  /** Who first reported it; a correction does not change that. */
  readonly reporter: string;
}

/** An action as another record refers to it. */
export type ActionOnRecord = ConcreteAction & { readonly actionId: ActionId };

export const unknownAction: ConcreteAction = { status: 'unknown' };

export const actionStream = (actionId: ActionId): StreamName => streamName('action', actionId);

export const evolveAction = (state: ConcreteAction, event: ConcreteActionEvent): ConcreteAction => {
  switch (event.type) {
    case 'ConcreteActionRecorded':
      return { status: 'recorded', ...contentOf(event.data), reporter: event.data.reportedBy.id };
    case 'ConcreteActionCorrected':
      return state.status === 'recorded' ? { ...state, ...contentOf(event.data) } : state;
    case 'ConcreteActionWithdrawn':
      return { status: 'withdrawn', on: event.data.occurredOn };
  }
};

export const contentOf = ({
  country,
  occurredOn,
  description,
  responsibleBody,
  evidence,
  recommendations,
}: ActionContent): ActionContent => ({ country, occurredOn, description, responsibleBody, evidence, recommendations });
