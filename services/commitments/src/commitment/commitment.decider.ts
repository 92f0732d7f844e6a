import type { CommitmentId } from '@demarche/contracts';
import type { Decider, Decision } from '@demarche/kernel';
import {
  type Commitment,
  type CommitmentEvent,
  evolveCommitment,
  type OriginEvent,
  unknownCommitment,
} from './commitment.ts';
import { type FulfilCommitmentCommand, fulfilCommitment } from './fulfil-commitment/fulfil-commitment.ts';
import { type LapseCommitmentCommand, lapseCommitment } from './lapse-commitment/lapse-commitment.ts';
import { type ReviewDeliveryCommand, reviewDelivery } from './review-delivery/review-delivery.ts';
import { type WithdrawCommitmentCommand, withdrawCommitment } from './withdraw-commitment/withdraw-commitment.ts';

export type CommitmentCommand =
  | FulfilCommitmentCommand
  | LapseCommitmentCommand
  | ReviewDeliveryCommand
  | WithdrawCommitmentCommand;

const decide = (command: CommitmentCommand, state: Commitment): Decision<CommitmentEvent, string> => {
  switch (command.name) {
    case 'fulfil-commitment':
      return fulfilCommitment(command, state);
    case 'lapse-commitment':
      return lapseCommitment(command, state);
    case 'review-delivery':
      return reviewDelivery(command, state);
    case 'withdraw-commitment':
      return withdrawCommitment(command, state);
  }
};

export const commitmentDecider = (
  commitmentId: CommitmentId,
): Decider<CommitmentCommand, CommitmentEvent | OriginEvent, Commitment, string> => ({
  initialState: unknownCommitment,
  decide,
  evolve: evolveCommitment(commitmentId),
});
