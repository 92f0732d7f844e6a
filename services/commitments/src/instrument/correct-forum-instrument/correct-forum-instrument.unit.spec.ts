import { by, deciderSpec, omar } from '@demarche/testing';
import { describe, it } from 'vitest';
import { added, adopted, content, instrumentCorrected, resolution } from '../../spec-kit/kaldara-stories.ts';
import { instrumentDecider } from '../instrument.decider.ts';
import type { CorrectForumInstrumentCommand } from './correct-forum-instrument.ts';

const story = deciderSpec(instrumentDecider);

const correct = (changes: Partial<CorrectForumInstrumentCommand> = {}): CorrectForumInstrumentCommand => ({
  name: 'correct-forum-instrument',
  ...by(omar),
  instrumentId: resolution,
  ...content,
  reason: 'It was wrong.',
  ...changes,
});

describe('correcting a forum’s text', () => {
  it('records the whole description as it should have been', () => {
    story
      .given(adopted())
      .when(correct({ title: 'Fair recruitment for all', session: null }))
      .thenRecords(instrumentCorrected({ title: 'Fair recruitment for all', session: null }));
  });

  it('changes something', () => {
    story
      .given(adopted())
      .when(correct())
      .thenRefuses('nothing-to-correct', /UNGA-A-RES-99-1/);
    story
      .given(adopted(), instrumentCorrected({ session: null }))
      .when(correct())
      .thenRecords(instrumentCorrected());
  });

  it('was adopted before every due date in it, and not in the future', () => {
    story
      .given(adopted(), added({ dueOn: '2026-09-25' }))
      .when(correct({ occurredOn: '2026-09-26' }))
      .thenRefuses('due-before-adoption', /^Commitment 2.*2026-09-25.*2026-09-26/);
    story
      .given(adopted())
      .when(correct({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future', /2026-11-22/);
  });

  it('is about a text on record', () => {
    story.given().when(correct()).thenRefuses('instrument-unknown');
  });
});
