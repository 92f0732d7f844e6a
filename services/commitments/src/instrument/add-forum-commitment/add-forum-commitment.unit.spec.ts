import type { CommitmentId, RecommendationReference } from '@demarche/contracts';
import { by, deciderSpec, known, omar } from '@demarche/testing';
import { describe, it } from 'vitest';
import { added, adopted, instrumentCorrected, resolution } from '../../spec-kit/kaldara-stories.ts';
import { instrumentDecider } from '../instrument.decider.ts';
import type { AddForumCommitmentCommand } from './add-forum-commitment.ts';

const story = deciderSpec(instrumentDecider);

const add = (changes: Partial<AddForumCommitmentCommand> = {}): AddForumCommitmentCommand => ({
  name: 'add-forum-commitment',
  ...by(omar),
  known,
  instrumentId: resolution,
  paragraph: 'operative paragraph 5',
  wording: 'Encourages all participants to cooperate.',
  force: 'hortatory',
  measurableTarget: null,
  dueOn: null,
  countries: [],
  recommendations: [],
  ...changes,
});

describe('adding a commitment to a forum’s text', () => {
  it('numbers it after those before it', () => {
    story.given(adopted()).when(add()).thenRecords(added());
    story
      .given(adopted(), added())
      .when(add({ paragraph: 'operative paragraph 6' }))
      .thenRecords(
        added({
          commitmentId: 'UNGA-A-RES-99-1-C03' as CommitmentId,
          ordinal: 3,
          paragraph: 'operative paragraph 6',
        }),
      );
  });

  it('is not on record at the same place in the same words', () => {
    story
      .given(adopted(), added())
      .when(add())
      .thenRefuses('commitment-on-record', /UNGA-A-RES-99-1-C02/);
  });

  it('holds what holds for every commitment', () => {
    story
      .given(adopted())
      .when(add({ force: 'concrete' }))
      .thenRefuses('concrete-needs-target', /^Commitment 2/);
    story
      .given(adopted(), instrumentCorrected({ occurredOn: '2026-09-22' }))
      .when(add({ dueOn: '2026-09-21' }))
      .thenRefuses('due-before-adoption', /2026-09-22/);
    story
      .given(adopted())
      .when(add({ recommendations: ['XKD-2026-99' as RecommendationReference] }))
      .thenRefuses('recommendation-unknown', /XKD-2026-99/);
  });

  it('adds to a text on record', () => {
    story
      .given()
      .when(add())
      .thenRefuses('instrument-unknown', /record the text first/);
  });
});
