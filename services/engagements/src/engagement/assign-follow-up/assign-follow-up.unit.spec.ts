import type { FollowUpId } from '@demarche/contracts';
import { by, deciderSpec, maya, meeting } from '@demarche/testing';
import { describe, it } from 'vitest';
import { assigned, logged, withdrawn } from '../../spec-kit/kaldara-stories.ts';
import { engagementDecider } from '../engagement.decider.ts';
import type { AssignFollowUpCommand } from './assign-follow-up.ts';

const story = deciderSpec(engagementDecider);

const assign: AssignFollowUpCommand = {
  name: 'assign-follow-up',
  ...by(maya),
  engagementId: meeting,
  what: 'Send the model law.',
  owner: 'Maya Reyes',
  dueOn: '2026-09-30',
};

describe('assigning a follow-up', () => {
  it('records it as taken on today', () => {
    story
      .given(logged())
      .when(assign)
      .thenRecords(assigned({ occurredOn: '2026-11-21' }));
  });

  it('numbers follow-ups within their engagement', () => {
    story
      .given(logged(), assigned())
      .when(assign)
      .thenRecords(assigned({ occurredOn: '2026-11-21', followUpId: 'ENG-7F3K-2Q9X-F2' as FollowUpId }));
  });

  it('adds to an engagement that stands', () => {
    story.given().when(assign).thenRefuses('engagement-unknown');
    story
      .given(logged(), withdrawn)
      .when(assign)
      .thenRefuses('engagement-withdrawn', /2026-10-01/);
  });
});
