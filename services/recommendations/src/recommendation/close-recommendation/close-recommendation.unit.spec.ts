import type { AssessmentSignedOff, EntryId, EntryWithdrawn, RecommendationClosed } from '@demarche/contracts';
import { deciderSpec } from '@demarche/testing';
import { describe, it } from 'vitest';
import { assessed, by, ines, kaldara, maya, recruitmentFees, reportPublished, tomas } from '../../kaldara-stories.ts';
import { recommendationDecider } from '../recommendation.decider.ts';
import type { SignOffAssessmentCommand } from '../sign-off-assessment/sign-off-assessment.ts';
import type { WithdrawEntryCommand } from '../withdraw-entry/withdraw-entry.ts';
import type { CloseRecommendationCommand } from './close-recommendation.ts';

const story = deciderSpec(recommendationDecider(recruitmentFees));
const first = 'XKD-2026-01-A1' as EntryId;

const close = (changes: Partial<CloseRecommendationCommand> = {}): CloseRecommendationCommand => ({
  name: 'close-recommendation',
  ...by(ines),
  reference: recruitmentFees,
  occurredOn: '2026-11-01',
  reason: 'closed_implemented',
  explanation: 'The law is in force.',
  ...changes,
});

const closed = (changes: Partial<RecommendationClosed['data']> = {}): RecommendationClosed => ({
  type: 'RecommendationClosed',
  data: {
    reference: recruitmentFees,
    country: kaldara,
    closureId: 'XKD-2026-01-C1' as EntryId,
    occurredOn: '2026-11-01',
    reason: 'closed_implemented',
    explanation: 'The law is in force.',
    closedBy: ines,
    ...changes,
  },
});

const signOff = (changes: Partial<SignOffAssessmentCommand> = {}): SignOffAssessmentCommand => ({
  name: 'sign-off-assessment',
  ...by(tomas),
  reference: recruitmentFees,
  assessmentId: first,
  ...changes,
});

const signedOff = (assessmentId = first): AssessmentSignedOff => ({
  type: 'AssessmentSignedOff',
  data: { reference: recruitmentFees, country: kaldara, assessmentId, occurredOn: '2026-11-21', signedOffBy: tomas },
});

const withdraw = (entryId: EntryId): WithdrawEntryCommand => ({
  name: 'withdraw-entry',
  ...by(ines),
  reference: recruitmentFees,
  entryId,
  reason: 'It was meant for another recommendation.',
});

const withdrawn = (entryId: EntryId): EntryWithdrawn => ({
  type: 'EntryWithdrawn',
  data: {
    reference: recruitmentFees,
    country: kaldara,
    entryId,
    occurredOn: '2026-11-21',
    reason: 'It was meant for another recommendation.',
    withdrawnBy: ines,
  },
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
    story.given(reportPublished(), assessed(), withdrawn(first)).when(signOff()).thenRefuses('assessment-unknown');
    story.given(reportPublished()).when(signOff()).thenRefuses('assessment-unknown');
  });
});

describe('closing a recommendation', () => {
  it('calls it implemented only on a signed-off assessment that says so', () => {
    story.given(reportPublished(), assessed(), signedOff()).when(close()).thenRecords(closed());
    story
      .given(reportPublished(), assessed())
      .when(close())
      .thenRefuses('assessment-not-signed-off', /XKD-2026-01-A1/);
    story
      .given(reportPublished(), assessed({ status: 'initial_steps' }), signedOff())
      .when(close())
      .thenRefuses('not-assessed-implemented');
    story.given(reportPublished()).when(close()).thenRefuses('not-assessed-implemented');
  });

  it('looks at the assessment that holds for the latest day, not at the one recorded last', () => {
    const lateEntry = assessed({
      assessmentId: 'XKD-2026-01-A2' as EntryId,
      occurredOn: '2026-07-15',
      status: 'not_started',
    });
    story.given(reportPublished(), assessed(), signedOff(), lateEntry).when(close()).thenRecords(closed());
  });

  it('needs no assessment for another reason', () => {
    story
      .given(reportPublished())
      .when(close({ reason: 'closed_overtaken' }))
      .thenRecords(closed({ reason: 'closed_overtaken' }));
  });

  it('is for an RPA lead, once', () => {
    story
      .given(reportPublished())
      .when(close(by(maya)))
      .thenRefuses('role-not-allowed');
    story
      .given(reportPublished(), closed({ reason: 'closed_overtaken' }))
      .when(close({ reason: 'closed_overtaken' }))
      .thenRefuses('recommendation-closed', /withdraw the closure/);
  });
});

describe('withdrawing an entry recorded in error', () => {
  it('opens the recommendation again when it was its closure', () => {
    const closure = 'XKD-2026-01-C1' as EntryId;
    story
      .given(reportPublished(), closed({ reason: 'closed_overtaken' }))
      .when(withdraw(closure))
      .thenRecords(withdrawn(closure));
    story
      .given(reportPublished(), closed({ reason: 'closed_overtaken' }), withdrawn(closure))
      .when(close({ reason: 'closed_not_implemented' }))
      .thenRecords(closed({ reason: 'closed_not_implemented', closureId: 'XKD-2026-01-C2' as EntryId }));
  });

  it('lets what held before hold again', () => {
    const second = assessed({
      assessmentId: 'XKD-2026-01-A2' as EntryId,
      occurredOn: '2026-10-01',
      status: 'reversed',
    });
    story
      .given(reportPublished(), assessed(), signedOff(), second, withdrawn('XKD-2026-01-A2' as EntryId))
      .when(close())
      .thenRecords(closed());
  });

  it('happens once, to an entry of this record', () => {
    story.given(reportPublished(), assessed(), withdrawn(first)).when(withdraw(first)).thenRefuses('entry-withdrawn');
    story
      .given(reportPublished())
      .when(withdraw(first))
      .thenRefuses('entry-unknown', /XKD-2026-01-A1/);
  });
});
