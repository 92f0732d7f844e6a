import type { EntryId, GovernmentResponseRecorded } from '@demarche/contracts';
import { by, deciderSpec, kaldara, maya, recruitmentFees } from '@demarche/testing';
import { describe, it } from 'vitest';
import { closed, reportPublished } from '../../spec-kit/kaldara-stories.ts';
import { recommendationDecider } from '../recommendation.decider.ts';
import type { RecordGovernmentResponseCommand } from './record-government-response.ts';

const story = deciderSpec(recommendationDecider(recruitmentFees));

const respond = (changes: Partial<RecordGovernmentResponseCommand> = {}): RecordGovernmentResponseCommand => ({
  name: 'record-government-response',
  ...by(maya),
  reference: recruitmentFees,
  occurredOn: '2026-07-10',
  response: 'noted',
  comment: 'It will be studied.',
  respondent: 'Ministry of Labour',
  ...changes,
});

const responded = (changes: Partial<GovernmentResponseRecorded['data']> = {}): GovernmentResponseRecorded => ({
  type: 'GovernmentResponseRecorded',
  data: {
    reference: recruitmentFees,
    country: kaldara,
    responseId: 'XKD-2026-01-R1' as EntryId,
    occurredOn: '2026-07-10',
    response: 'noted',
    comment: 'It will be studied.',
    respondent: 'Ministry of Labour',
    recordedBy: maya,
    ...changes,
  },
});

describe('recording the government’s response', () => {
  it('keeps what was said, by whom and when', () => {
    story.given(reportPublished()).when(respond()).thenRecords(responded());
  });

  it('leaves the recommendation open whatever was said, so that a later answer can be kept too', () => {
    story
      .given(reportPublished(), responded({ response: 'rejected' }))
      .when(respond({ response: 'supported' }))
      .thenRecords(responded({ responseId: 'XKD-2026-01-R2' as EntryId, response: 'supported' }));
  });

  it('came after the recommendation and not from the future', () => {
    story
      .given(reportPublished())
      .when(respond({ occurredOn: '2026-06-01' }))
      .thenRefuses('occurred-before-issue');
    story
      .given(reportPublished())
      .when(respond({ occurredOn: '2027-01-01' }))
      .thenRefuses('occurred-in-the-future');
  });

  it('belongs to a recommendation on record', () => {
    story.given().when(respond()).thenRefuses('recommendation-unknown');
  });

  it('is not added to one that was closed', () => {
    story
      .given(reportPublished(), closed({ reason: 'closed_overtaken' }))
      .when(respond())
      .thenRefuses('recommendation-closed', /closed on 2026-11-01.*XKD-2026-01-C1/);
  });
});
