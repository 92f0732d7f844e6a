import type { EntryId } from '@demarche/contracts';
import { by, deciderSpec, ines, maya, recruitmentFees } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  assessed,
  closed,
  entryWithdrawn,
  firstAssessment,
  firstClosure,
  reportPublished,
  signedOff,
} from '../../spec-kit/kaldara-stories.ts';
import { recommendationDecider } from '../recommendation.decider.ts';
import type { WithdrawEntryCommand } from './withdraw-entry.ts';

const story = deciderSpec(recommendationDecider(recruitmentFees));

const withdraw = (entryId: EntryId, officer = ines): WithdrawEntryCommand => ({
  name: 'withdraw-entry',
  ...by(officer),
  reference: recruitmentFees,
  entryId,
  reason: 'It was meant for another recommendation.',
});

describe('withdrawing an entry recorded in error', () => {
  it('keeps the reason, and who withdrew what', () => {
    story
      .given(reportPublished(), closed({ reason: 'closed_overtaken' }))
      .when(withdraw(firstClosure))
      .thenRecords(entryWithdrawn(firstClosure));
  });

  it('happens once, to an entry of this record', () => {
    story
      .given(reportPublished(), assessed(), entryWithdrawn(firstAssessment))
      .when(withdraw(firstAssessment))
      .thenRefuses('entry-withdrawn');
    story
      .given(reportPublished())
      .when(withdraw(firstAssessment))
      .thenRefuses('entry-unknown', /XKD-2026-01-A1/);
    story.given().when(withdraw(firstAssessment)).thenRefuses('recommendation-unknown');
  });

  it('is for an RPA lead where only a lead could put it on record', () => {
    story
      .given(reportPublished(), closed())
      .when(withdraw(firstClosure, maya))
      .thenRefuses('role-not-allowed', /withdraws a closure.*XKD-2026-01-C1/);
    story
      .given(reportPublished(), assessed(), signedOff())
      .when(withdraw(firstAssessment, maya))
      .thenRefuses('role-not-allowed', /signed-off assessment/);
    story
      .given(reportPublished(), assessed())
      .when(withdraw(firstAssessment, maya))
      .thenRecords(entryWithdrawn(firstAssessment, maya));
  });
});
