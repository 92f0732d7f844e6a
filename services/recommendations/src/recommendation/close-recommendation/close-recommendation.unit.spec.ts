import type { EntryId } from '@demarche/contracts';
import { by, deciderSpec, ines, maya, recruitmentFees, shelters } from '@demarche/testing';
import { describe, it } from 'vitest';
import {
  actionOnRecord,
  assessed,
  closed,
  entryWithdrawn,
  firstClosure,
  gazette,
  reportPublished,
  signedOff,
} from '../../spec-kit/kaldara-stories.ts';
import { recommendationDecider } from '../recommendation.decider.ts';
import type { CloseRecommendationCommand } from './close-recommendation.ts';

const story = deciderSpec(recommendationDecider(recruitmentFees));

const close = (changes: Partial<CloseRecommendationCommand> = {}): CloseRecommendationCommand => ({
  name: 'close-recommendation',
  ...by(ines),
  reference: recruitmentFees,
  occurredOn: '2026-11-01',
  reason: 'closed_implemented',
  explanation: 'The law is in force.',
  actions: [actionOnRecord()],
  ...changes,
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

  it('does not call it implemented on an assessment whose actions no longer stand', () => {
    const fallen = [
      actionOnRecord({ occurredOn: '2026-03-31' }),
      actionOnRecord({ recommendations: [shelters] }),
      { status: 'withdrawn', on: '2026-10-01', actionId: gazette } as const,
    ];
    for (const action of fallen) {
      story
        .given(reportPublished(), assessed(), signedOff())
        .when(close({ actions: [action] }))
        .thenRefuses('basis-withdrawn', /ACT-7F3K-2Q9X.*Assess the recommendation anew/);
    }
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

  it('is done after the recommendation was issued and not in the future', () => {
    story
      .given(reportPublished())
      .when(close({ reason: 'closed_overtaken', occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future');
    story
      .given(reportPublished())
      .when(close({ reason: 'closed_overtaken', occurredOn: '2026-06-29' }))
      .thenRefuses('occurred-before-issue', /statutory day, assumed/);
    story.given().when(close()).thenRefuses('recommendation-unknown');
  });

  it('can be done again once the closure was withdrawn as an error', () => {
    story
      .given(reportPublished(), closed({ reason: 'closed_overtaken' }), entryWithdrawn(firstClosure))
      .when(close({ reason: 'closed_not_implemented' }))
      .thenRecords(closed({ reason: 'closed_not_implemented', closureId: 'XKD-2026-01-C2' as EntryId }));
  });

  it('goes by the assessment before, once a later one was withdrawn', () => {
    const second = 'XKD-2026-01-A2' as EntryId;
    const reversed = assessed({ assessmentId: second, occurredOn: '2026-10-01', status: 'reversed' });
    story
      .given(reportPublished(), assessed(), signedOff(), reversed, entryWithdrawn(second))
      .when(close())
      .thenRecords(closed());
  });
});
