import type { EntryId } from '@demarche/contracts';
import { by, deciderSpec, ines, maya, recruitmentFees, tomas } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  actionOnRecord,
  assessed,
  entryWithdrawn,
  firstAssessment,
  gazette,
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
  actions: [actionOnRecord()],
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

  it('does not cover what rests on nothing any more, but does cover a finding that nothing was done', () => {
    const withdrawn = { status: 'withdrawn', on: '2026-10-01', actionId: gazette } as const;
    story
      .given(reportPublished(), assessed())
      .when(signOff({ actions: [withdrawn] }))
      .thenRefuses('basis-withdrawn', /ACT-7F3K-2Q9X/);
    const finding = assessed({
      status: 'not_started',
      basis: { kind: 'no_action_finding', finding: 'The bill was never tabled.' },
    });
    story
      .given(reportPublished(), finding)
      .when(signOff({ actions: [] }))
      .thenRecords(signedOff());
  });
});
