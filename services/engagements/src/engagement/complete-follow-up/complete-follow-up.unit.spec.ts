import type { FollowUpId } from '@demarche/contracts';
import { by, deciderSpec, maya, meeting } from '@demarche/testing';
import { describe, it } from 'vitest';
import { assigned, completed, followUp1, logged, withdrawn } from '../../spec-kit/kaldara-stories.ts';
import { engagementDecider } from '../engagement.decider.ts';
import type { CompleteFollowUpCommand } from './complete-follow-up.ts';

const story = deciderSpec(engagementDecider);

const complete = (changes: Partial<CompleteFollowUpCommand> = {}): CompleteFollowUpCommand => ({
  name: 'complete-follow-up',
  ...by(maya),
  engagementId: meeting,
  followUpId: followUp1,
  occurredOn: '2026-09-20',
  outcome: 'The model law was sent.',
  ...changes,
});

describe('completing a follow-up', () => {
  it('records what came of it', () => {
    story.given(logged(), assigned()).when(complete()).thenRecords(completed());
  });

  it('is done once, and leaves the others open', () => {
    const second = 'ENG-7F3K-2Q9X-F2' as FollowUpId;
    const both = [logged(), assigned(), assigned({ followUpId: second }), completed()] as const;
    story
      .given(...both)
      .when(complete({ occurredOn: '2026-09-21' }))
      .thenRefuses('follow-up-done', /was done on 2026-09-20/);
    story
      .given(...both)
      .when(complete({ followUpId: second }))
      .thenRecords(completed({ followUpId: second }));
  });

  it('is one of this engagement', () => {
    story
      .given(logged())
      .when(complete())
      .thenRefuses('follow-up-unknown', /ENG-7F3K-2Q9X-F1/);
  });

  it('is done today or before', () => {
    story
      .given(logged(), assigned())
      .when(complete({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /2026-11-22/);
    story
      .given(logged(), assigned())
      .when(complete({ occurredOn: '2026-11-21' }))
      .thenRecords(completed({ occurredOn: '2026-11-21' }));
  });

  it('belongs to an engagement that stands', () => {
    story.given().when(complete()).thenRefuses('engagement-unknown');
    story
      .given(logged(), assigned(), withdrawn)
      .when(complete())
      .thenRefuses('engagement-withdrawn', /2026-10-01/);
  });
});
