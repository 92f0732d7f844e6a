import { by, deciderSpec, kaldara, maya, meeting, norvia } from '@demarche/testing';
import { describe, it } from 'vitest';
import { content, corrected, logged, promised, raised, withdrawn } from '../../spec-kit/kaldara-stories.ts';
import { engagementDecider } from '../engagement.decider.ts';
import type { CorrectEngagementCommand } from './correct-engagement.ts';

const story = deciderSpec(engagementDecider);

const correct = (changes: Partial<CorrectEngagementCommand> = {}): CorrectEngagementCommand => ({
  name: 'correct-engagement',
  ...by(maya),
  engagementId: meeting,
  ...content,
  reason: 'It was wrong.',
  ...changes,
});

describe('correcting an engagement', () => {
  it('records the whole engagement as it should have been', () => {
    story
      .given(logged())
      .when(correct({ occurredOn: '2026-09-08', place: null }))
      .thenRecords(corrected({ occurredOn: '2026-09-08', place: null }));
  });

  it('changes something', () => {
    story
      .given(logged())
      .when(correct())
      .thenRefuses('nothing-to-correct', /already reads exactly so/);
    story
      .given(logged(), corrected({ place: 'Port Kald' }))
      .when(correct({ place: 'Port Kald' }))
      .thenRefuses('nothing-to-correct');
    story
      .given(logged(), corrected({ place: 'Port Kald' }))
      .when(correct())
      .thenRecords(corrected());
  });

  it('keeps every country of which something was raised or promised', () => {
    story
      .given(logged(), raised())
      .when(correct({ countries: [norvia] }))
      .thenRefuses('country-still-named', /XKD-2026-01 was raised.*Put XKD back/);
    story
      .given(logged({ countries: [kaldara, norvia] }), promised({ country: norvia, recommendations: [] }))
      .when(correct({ countries: [kaldara] }))
      .thenRefuses('country-still-named', /ENG-7F3K-2Q9X-P1 was promised.*Put XNV back/);
    story
      .given(logged({ countries: [kaldara, norvia] }), raised())
      .when(correct({ countries: [kaldara] }))
      .thenRecords(corrected({ countries: [kaldara] }));
  });

  it('moves no promise past the day on which it is due', () => {
    story
      .given(logged(), promised({ dueOn: '2026-10-31' }))
      .when(correct({ occurredOn: '2026-11-01' }))
      .thenRefuses('promise-due-before-made', /ENG-7F3K-2Q9X-P1 is due on 2026-10-31/);
    story
      .given(logged(), promised({ dueOn: '2026-10-31' }))
      .when(correct({ occurredOn: '2026-10-31' }))
      .thenRecords(corrected({ occurredOn: '2026-10-31' }));
  });

  it('holds what holds when an engagement is logged', () => {
    story
      .given(logged())
      .when(correct({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /2026-11-22/);
    story
      .given(logged())
      .when(correct({ kind: 'multilateral' }))
      .thenRefuses('forum-missing');
  });

  it('is about an engagement that stands', () => {
    story.given().when(correct()).thenRefuses('engagement-unknown');
    story
      .given(logged(), withdrawn)
      .when(correct({ place: null }))
      .thenRefuses('engagement-withdrawn', /2026-10-01/);
  });
});
