import type { EntryId, RecommendationReference } from '@demarche/contracts';
import { by, deciderSpec, ines, kaldara, maya, recruitmentFees, shelters } from '@demarche/testing';
import { describe, it } from 'vitest';
import { actionOnRecord, assessed, gazette, reportPublished } from '../../spec-kit/kaldara-stories.ts';
import { recommendationDecider } from '../recommendation.decider.ts';
import type { AssessImplementationCommand } from './assess-implementation.ts';

const story = deciderSpec(recommendationDecider(recruitmentFees));

const assess = (changes: Partial<AssessImplementationCommand> = {}): AssessImplementationCommand => ({
  name: 'assess-implementation',
  ...by(ines),
  reference: recruitmentFees,
  reportingPeriod: 2026,
  occurredOn: '2026-09-01',
  status: 'implemented',
  rationale: 'The law is in force.',
  basis: { kind: 'concrete_actions', actions: [gazette] },
  actions: [actionOnRecord()],
  ...changes,
});

const onFinding = (status: AssessImplementationCommand['status']) =>
  assess({ status, basis: { kind: 'no_action_finding', finding: 'The bill was never tabled.' }, actions: [] });

const closure = {
  type: 'RecommendationClosed',
  data: {
    reference: recruitmentFees,
    country: kaldara,
    closureId: 'XKD-2026-01-C1' as EntryId,
    occurredOn: '2026-10-01',
    reason: 'closed_overtaken',
    explanation: 'A new treaty covers it.',
    closedBy: ines,
  },
} as const;

describe('assessing how far a recommendation was implemented', () => {
  it('records the judgement with what it rests on', () => {
    story.given(reportPublished()).when(assess()).thenRecords(assessed());
  });

  it('numbers each assessment after those before it, withdrawn ones included', () => {
    story
      .given(reportPublished(), assessed({ status: 'initial_steps' }))
      .when(assess())
      .thenRecords(assessed({ assessmentId: 'XKD-2026-01-A2' as EntryId }));
  });

  it('takes a finding that nothing was done, but no progress on it', () => {
    const basis = { kind: 'no_action_finding', finding: 'The bill was never tabled.' } as const;
    story
      .given(reportPublished())
      .when(onFinding('not_started'))
      .thenRecords(assessed({ status: 'not_started', basis }));
    for (const status of ['initial_steps', 'partially_implemented', 'implemented'] as const) {
      story
        .given(reportPublished())
        .when(onFinding(status))
        .thenRefuses('progress-needs-concrete-action', /concrete action/);
    }
  });

  it('does not count an action of another reporting period', () => {
    const late = actionOnRecord({ occurredOn: '2026-03-31' });
    story
      .given(reportPublished())
      .when(assess({ status: 'initial_steps', actions: [late] }))
      .thenRefuses('no-concrete-action-in-period', /2026-04-01 and 2027-03-31/);
  });

  it('does not count an action against another recommendation, nor one that does not stand', () => {
    story
      .given(reportPublished())
      .when(assess({ actions: [actionOnRecord({ recommendations: [shelters] })] }))
      .thenRefuses('concrete-action-elsewhere', /XKD-2026-01/);
    story
      .given(reportPublished())
      .when(assess({ actions: [{ status: 'withdrawn', on: '2026-09-02', actionId: gazette }] }))
      .thenRefuses('concrete-action-unknown', /ACT-7F3K-2Q9X/);
  });

  it('calls it implemented only on evidence, and only by somebody who did not report it', () => {
    story
      .given(reportPublished())
      .when(assess({ actions: [actionOnRecord({ evidence: [] })] }))
      .thenRefuses('implemented-needs-evidence');
    story
      .given(reportPublished())
      .when(assess(by(maya)))
      .thenRefuses('assessor-is-reporter', /Somebody else/);
    story
      .given(reportPublished())
      .when(assess({ ...by(maya), status: 'partially_implemented' }))
      .thenRecords(assessed({ status: 'partially_implemented', assessedBy: maya }));
  });

  it('lies in its reporting period, after the recommendation was issued, and not in the future', () => {
    story
      .given(reportPublished())
      .when(assess({ reportingPeriod: 2025 }))
      .thenRefuses('outside-reporting-period', /2025-04-01 to 2026-03-31/);
    story
      .given(reportPublished())
      .when(assess({ occurredOn: '2026-06-29' }))
      .thenRefuses('occurred-before-issue', /statutory day/);
    story
      .given(reportPublished())
      .when(assess({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future');
  });

  it('says nothing more of a closed recommendation, except that it was reversed', () => {
    story
      .given(reportPublished(), closure)
      .when(assess())
      .thenRefuses('recommendation-closed', /XKD-2026-01-C1/);
    story
      .given(reportPublished(), closure)
      .when(assess({ status: 'reversed' }))
      .thenRecords(assessed({ status: 'reversed' }));
  });

  it('reaches “reversed” from anywhere', () => {
    for (const status of [
      'no_evidence',
      'not_started',
      'initial_steps',
      'partially_implemented',
      'implemented',
    ] as const) {
      story
        .given(reportPublished(), assessed({ status }))
        .when(onFinding('reversed'))
        .thenRecords(
          assessed({
            status: 'reversed',
            assessmentId: 'XKD-2026-01-A2' as EntryId,
            basis: onFinding('reversed').basis,
          }),
        );
    }
  });

  it('knows only recommendations that their report holds', () => {
    story.given().when(assess()).thenRefuses('recommendation-unknown');
    const third = 'XKD-2026-03' as RecommendationReference;
    deciderSpec(recommendationDecider(third))
      .given(reportPublished())
      .when(assess({ reference: third }))
      .thenRefuses('recommendation-unknown');
  });
});
