import type { PaceNoted } from '@demarche/contracts';
import { by, deciderSpec, kaldara, maya, recruitmentFees } from '@demarche/testing';
import { describe, it } from 'vitest';
import { closed, reportPublished } from '../../spec-kit/kaldara-stories.ts';
import { recommendationDecider } from '../recommendation.decider.ts';
import type { NotePaceCommand } from './note-pace.ts';

const story = deciderSpec(recommendationDecider(recruitmentFees));

const note = (changes: Partial<NotePaceCommand> = {}): NotePaceCommand => ({
  name: 'note-pace',
  ...by(maya),
  reference: recruitmentFees,
  occurredOn: '2026-10-05',
  pace: 'at_risk',
  waitingOn: 'host_government',
  note: 'The bill waits for the committee.',
  ...changes,
});

const noted = (changes: Partial<PaceNoted['data']> = {}): PaceNoted => ({
  type: 'PaceNoted',
  data: {
    reference: recruitmentFees,
    country: kaldara,
    occurredOn: '2026-10-05',
    pace: 'at_risk',
    waitingOn: 'host_government',
    note: 'The bill waits for the committee.',
    notedBy: maya,
    ...changes,
  },
});

describe('noting how the work goes', () => {
  it('keeps the pace, whose move it is, and why', () => {
    story.given(reportPublished()).when(note()).thenRecords(noted());
  });

  it('can be said again, and in part', () => {
    const less = { pace: null, note: null, waitingOn: 'us_government' } as const;
    story.given(reportPublished(), noted()).when(note()).thenRecords(noted());
    story.given(reportPublished(), noted()).when(note(less)).thenRecords(noted(less));
  });

  it('is about an open recommendation, on a day since it was issued', () => {
    story
      .given(reportPublished(), closed({ reason: 'closed_overtaken' }))
      .when(note())
      .thenRefuses('recommendation-closed', /XKD-2026-01-C1/);
    story
      .given(reportPublished())
      .when(note({ occurredOn: '2026-06-29' }))
      .thenRefuses('occurred-before-issue');
    story
      .given(reportPublished())
      .when(note({ occurredOn: '2026-11-22' }))
      .thenRefuses('occurred-in-the-future');
    story.given().when(note()).thenRefuses('recommendation-unknown');
  });
});
