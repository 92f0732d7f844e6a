import type { ConcreteActionCorrected, RecommendationReference } from '@demarche/contracts';
import { by, deciderSpec, ines, recruitmentFees, shelters } from '@demarche/testing';
import { describe, it } from 'vitest';
import { actionRecorded, actionWithdrawn, gazette } from '../../spec-kit/kaldara-stories.ts';
import { concreteActionDecider } from '../concrete-action.decider.ts';
import type { CorrectConcreteActionCommand } from './correct-concrete-action.ts';

const story = deciderSpec(concreteActionDecider);
const elsewhere = 'XNV-2026-01' as RecommendationReference;
const { reportedBy: _reporter, ...action } = actionRecorded().data;
const { country: _country, ...content } = action;

const correct = (changes: Partial<CorrectConcreteActionCommand> = {}): CorrectConcreteActionCommand => ({
  name: 'correct-concrete-action',
  ...by(ines),
  known: new Set([recruitmentFees, shelters, elsewhere]),
  ...content,
  reason: 'The gazette gives another day.',
  ...changes,
});

const corrected = (changes: Partial<ConcreteActionCorrected['data']>): ConcreteActionCorrected => ({
  type: 'ConcreteActionCorrected',
  data: { ...action, reason: 'The gazette gives another day.', correctedBy: ines, ...changes },
});

describe('correcting a concrete action', () => {
  it('records the whole action as it should have been', () => {
    story
      .given(actionRecorded())
      .when(correct({ occurredOn: '2026-08-12', recommendations: [recruitmentFees, shelters] }))
      .thenRecords(corrected({ occurredOn: '2026-08-12', recommendations: [recruitmentFees, shelters] }));
  });

  it('follows upon the corrections before it', () => {
    story
      .given(actionRecorded(), corrected({ occurredOn: '2026-08-12' }))
      .when(correct())
      .thenRecords(corrected({}));
    story
      .given(actionRecorded(), corrected({ occurredOn: '2026-08-12' }))
      .when(correct({ occurredOn: '2026-08-12' }))
      .thenRefuses('nothing-to-correct');
  });

  it('obeys what holds for every action', () => {
    story
      .given(actionRecorded())
      .when(correct({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future');
    story
      .given(actionRecorded())
      .when(correct({ known: new Set() }))
      .thenRefuses('recommendation-unknown', /XKD-2026-01/);
    story
      .given(actionRecorded())
      .when(correct({ recommendations: [recruitmentFees, elsewhere] }))
      .thenRefuses('several-countries');
  });

  it('is for an action that stands', () => {
    story.given().when(correct()).thenRefuses('concrete-action-unknown', new RegExp(gazette));
    story
      .given(actionRecorded(), actionWithdrawn())
      .when(correct({ occurredOn: '2026-08-12' }))
      .thenRefuses('concrete-action-withdrawn', /2026-11-21/);
  });
});
