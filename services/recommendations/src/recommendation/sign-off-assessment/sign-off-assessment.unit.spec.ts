import type { EntryId } from '@demarche/contracts';
import { by, deciderSpec, ines, maya, recruitmentFees, tomas } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  assessed,
  entryWithdrawn,
  firstAssessment,
  reportPublished,
  signedOff,
} from '../../spec-kit/kaldara-stories.ts';
import { recommendationDecider } from '../recommendation.decider.ts';
import type { SignOffAssessmentCommand } from './sign-off-assessment.ts';

const story = deciderSpec(recommendationDecider(recruitmentFees));

const signOff = (changes: Partial<SignOffAssessmentCommand> = {}): SignOffAssessmentCommand => ({
  name: 'sign-off-assessment',
  ...by(tomas),
  reference: recruitmentFees,
  assessmentId: firstAssessment,
  ...changes,
});

describe('signing off an assessment', () => {
  it('takes a second RPA lead', () => {
    story.given(reportPublished(), assessed()).when(signOff()).thenRecords(signedOff());
    story
      .given(reportPublished(), assessed())
      .when(signOff(by(ines)))
      .thenRefuses('sign-off-by-assessor', /Another RPA lead/);
    story
      .given(reportPublished(), assessed())
      .when(signOff(by(maya)))
      .thenRefuses('role-not-allowed');
  });

  it('covers the assessment it names, once, and only while that one stands', () => {
    const second = assessed({ assessmentId: 'XKD-2026-01-A2' as EntryId, occurredOn: '2026-10-01' });
    story
      .given(reportPublished(), assessed(), second)
      .when(signOff())
      .thenRefuses('assessment-replaced', /XKD-2026-01-A2/);
    story.given(reportPublished(), assessed(), signedOff()).when(signOff()).thenRefuses('already-signed-off');
    story
      .given(reportPublished(), assessed(), entryWithdrawn(firstAssessment))
      .when(signOff())
      .thenRefuses('assessment-unknown');
    story.given(reportPublished()).when(signOff()).thenRefuses('assessment-unknown');
    story.given().when(signOff()).thenRefuses('recommendation-unknown');
  });
});
