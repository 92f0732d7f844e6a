import { by, deciderSpec, omar, promise1 } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  adopted,
  meetingWithdrawn,
  ofParagraph4,
  paragraph4,
  promised,
  reviewed,
  withdrawn,
} from '../../spec-kit/kaldara-stories.ts';
import { commitmentDecider } from '../commitment.decider.ts';
import type { WithdrawCommitmentCommand } from './withdraw-commitment.ts';

const story = deciderSpec(commitmentDecider(promise1));

const withdraw = (changes: Partial<WithdrawCommitmentCommand> = {}): WithdrawCommitmentCommand => ({
  name: 'withdraw-commitment',
  ...by(omar),
  commitmentId: promise1,
  occurredOn: '2026-11-02',
  explanation: 'As the record shows.',
  ...changes,
});

describe('withdrawing a commitment', () => {
  it('records why, whatever the reviews found', () => {
    story.given(promised()).when(withdraw()).thenRecords(withdrawn());
    story.given(promised(), reviewed()).when(withdraw()).thenRecords(withdrawn());
    deciderSpec(commitmentDecider(paragraph4))
      .given(adopted())
      .when(withdraw({ commitmentId: paragraph4 }))
      .thenRecords(withdrawn(ofParagraph4));
  });

  it('lies between the commitment and today', () => {
    story
      .given(promised())
      .when(withdraw({ occurredOn: '2026-09-08' }))
      .thenRefuses('occurred-before-commitment', /2026-09-09/);
    story
      .given(promised())
      .when(withdraw({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /2026-11-22/);
  });

  it('happens once, to a commitment on record', () => {
    story.given().when(withdraw()).thenRefuses('commitment-unknown');
    story
      .given(promised(), meetingWithdrawn())
      .when(withdraw())
      .thenRefuses('commitment-unknown', /2026-10-01/);
    story
      .given(promised(), withdrawn())
      .when(withdraw())
      .thenRefuses('commitment-ended', /withdrawn on 2026-11-02/);
  });
});
