import type { RecommendationReference } from '@demarche/contracts';
import {
  by,
  deciderSpec,
  kaldara,
  known,
  maya,
  meeting,
  norvia,
  norvianInspectors,
  recruitmentFees,
  shelters,
} from '@demarche/testing';
import { describe, it } from 'vitest';
import { corrected, logged, raised, withdrawn } from '../../spec-kit/kaldara-stories.ts';
import { engagementDecider } from '../engagement.decider.ts';
import type { RaiseRecommendationCommand } from './raise-recommendation.ts';

const story = deciderSpec(engagementDecider);

const raise = (changes: Partial<RaiseRecommendationCommand> = {}): RaiseRecommendationCommand => ({
  name: 'raise-recommendation',
  ...by(maya),
  engagementId: meeting,
  known,
  reference: recruitmentFees,
  reception: 'acknowledged',
  note: null,
  ...changes,
});

describe('adding a recommendation that was raised', () => {
  it('records it on the day and in the form of the engagement', () => {
    story.given(logged()).when(raise()).thenRecords(raised());
    story
      .given(logged(), raised())
      .when(raise({ reference: shelters, note: 'Not now.' }))
      .thenRecords(raised({ reference: shelters, note: 'Not now.' }));
  });

  it('follows a correction of the engagement', () => {
    story
      .given(
        logged(),
        corrected({ occurredOn: '2026-09-08', deliveryForm: 'diplomatic_note', countries: [kaldara, norvia] }),
      )
      .when(raise({ reference: norvianInspectors }))
      .thenRecords(
        raised({
          reference: norvianInspectors,
          country: norvia,
          occurredOn: '2026-09-08',
          deliveryForm: 'diplomatic_note',
        }),
      );
  });

  it('raises a recommendation once', () => {
    story
      .given(logged(), raised())
      .when(raise())
      .thenRefuses('recommendation-raised-before', /XKD-2026-01.*2026-09-09/);
  });

  it('knows only recommendations on record, to a country engaged', () => {
    story
      .given(logged())
      .when(raise({ reference: 'XKD-2026-99' as RecommendationReference }))
      .thenRefuses('recommendation-unknown', /XKD-2026-99/);
    story
      .given(logged())
      .when(raise({ reference: norvianInspectors }))
      .thenRefuses('recommendation-of-another-country', /XNV.*XKD/);
  });

  it('adds to an engagement that stands', () => {
    story.given().when(raise()).thenRefuses('engagement-unknown');
    story
      .given(logged(), withdrawn)
      .when(raise())
      .thenRefuses('engagement-withdrawn', /2026-10-01/);
  });
});
