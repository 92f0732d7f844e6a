import { by, deciderSpec, omar, promise1 } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  adopted,
  lapsed,
  meetingWithdrawn,
  ofParagraph4,
  paragraph4,
  promised,
  reviewed,
} from '../../spec-kit/kaldara-stories.ts';
import { commitmentDecider } from '../commitment.decider.ts';
import type { LapseCommitmentCommand } from './lapse-commitment.ts';

const story = deciderSpec(commitmentDecider(promise1));

const lapse = (changes: Partial<LapseCommitmentCommand> = {}): LapseCommitmentCommand => ({
  name: 'lapse-commitment',
  ...by(omar),
  commitmentId: promise1,
  occurredOn: '2026-11-02',
  explanation: 'As the record shows.',
  ...changes,
});

describe('ending a commitment whose due date passed', () => {
  it('records that it was not kept', () => {
    story.given(promised()).when(lapse()).thenRecords(lapsed());
    story
      .given(promised(), reviewed({ delivery: 'substantial' }))
      .when(lapse())
      .thenRecords(lapsed());
    deciderSpec(commitmentDecider(paragraph4))
      .given(adopted())
      .when(lapse({ commitmentId: paragraph4 }))
      .thenRecords(lapsed(ofParagraph4));
  });

  it('waits for the day after the due date', () => {
    story
      .given(promised())
      .when(lapse({ occurredOn: '2026-10-31' }))
      .thenRefuses('not-yet-due', /due on 2026-10-31/);
    story
      .given(promised())
      .when(lapse({ occurredOn: '2026-11-01' }))
      .thenRecords(lapsed({ occurredOn: '2026-11-01' }));
  });

  it('needs a due date', () => {
    story
      .given(promised({ dueOn: null }))
      .when(lapse())
      .thenRefuses('no-due-date', /cannot lapse/);
  });

  it('is not for what was delivered completely', () => {
    story
      .given(promised(), reviewed())
      .when(lapse())
      .thenRefuses('delivery-complete', /Mark it as fulfilled/);
  });

  it('lies between the commitment and today', () => {
    story
      .given(promised())
      .when(lapse({ occurredOn: '2026-09-08' }))
      .thenRefuses('occurred-before-commitment', /2026-09-09/);
    story
      .given(promised())
      .when(lapse({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /2026-11-22/);
  });

  it('happens once, to a commitment on record', () => {
    story.given().when(lapse()).thenRefuses('commitment-unknown');
    story
      .given(promised(), meetingWithdrawn())
      .when(lapse())
      .thenRefuses('commitment-unknown', /2026-10-01/);
    story
      .given(promised(), lapsed())
      .when(lapse())
      .thenRefuses('commitment-ended', /lapsed on 2026-11-02/);
  });
});
