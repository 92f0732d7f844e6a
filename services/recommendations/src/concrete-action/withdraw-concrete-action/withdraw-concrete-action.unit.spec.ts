import { by, deciderSpec, maya } from '@demarche/testing';
import { describe, it } from 'vitest';
import { actionRecorded, actionWithdrawn, gazette } from '../../spec-kit/kaldara-stories.ts';
import { concreteActionDecider } from '../concrete-action.decider.ts';
import type { WithdrawConcreteActionCommand } from './withdraw-concrete-action.ts';

const story = deciderSpec(concreteActionDecider);

const withdraw: WithdrawConcreteActionCommand = {
  name: 'withdraw-concrete-action',
  ...by(maya),
  actionId: gazette,
  reason: 'It was the draft that was published, not the law.',
};

describe('withdrawing a concrete action', () => {
  it('keeps the reason, and the country whose record it leaves', () => {
    story.given(actionRecorded()).when(withdraw).thenRecords(actionWithdrawn());
  });

  it('happens once, to an action on record', () => {
    story
      .given(actionRecorded(), actionWithdrawn())
      .when(withdraw)
      .thenRefuses('concrete-action-withdrawn', /Record the action anew/);
    story
      .given()
      .when(withdraw)
      .thenRefuses('concrete-action-unknown', /ACT-7F3K-2Q9X/);
  });
});
