import type { RebuildState } from '@demarche/contracts';
import { describe, expect, test } from 'vitest';
import { endOf, progressOf } from './describe-rebuild.ts';

const rebuild = (news: Partial<RebuildState> = {}): RebuildState => ({
  number: 1,
  view: null,
  state: 'running',
  done: 45_000,
  target: 120_000,
  eventsPerSecond: 12_300,
  secondsLeft: 6,
  reason: null,
  ...news,
});

describe('the progress of a rebuild', () => {
  test.each([
    [{}, 'Building all views anew: 45,000 of 120,000 events (37 %), 12,300 a second, about 6 s left'],
    [
      { view: 'search' },
      'Building the view search anew: 45,000 of 120,000 events (37 %), 12,300 a second, about 6 s left',
    ],
    [{ done: 0, target: 0, eventsPerSecond: null, secondsLeft: null }, 'Building all views anew: begins'],
    [{ eventsPerSecond: null, secondsLeft: null }, 'Building all views anew: 45,000 of 120,000 events (37 %)'],
    [
      { secondsLeft: 300 },
      'Building all views anew: 45,000 of 120,000 events (37 %), 12,300 a second, about 5 minutes left',
    ],
    [
      { done: 120_003, secondsLeft: 0 },
      'Building all views anew: 120,003 of 120,000 events (100 %), 12,300 a second, about 0 s left',
    ],
  ])('%j', (news, sentence) => {
    expect(progressOf(rebuild(news))).toBe(sentence);
  });
});

describe('the end of a rebuild', () => {
  test.each([
    [{ state: 'done' } as const, 'The views were built anew and are in use.'],
    [{ state: 'done', view: 'search' } as const, 'The view search was built anew and is in use.'],
    [
      { state: 'cancelled' } as const,
      'The rebuild was called off at 45,000 of 120,000 events. The views in use are as before; "demarche projections rebuild" goes on from there.',
    ],
    [
      { state: 'failed', view: 'search', reason: 'database or disk is full.' } as const,
      'The rebuild failed at 45,000 of 120,000 events: database or disk is full. The view search in use is as before; "demarche projections rebuild search" goes on from there.',
    ],
    [
      { state: 'stopped' } as const,
      'Demarche was stopped at 45,000 of 120,000 events of the rebuild; its next start goes on from there.',
    ],
  ])('%j', (news, sentence) => {
    expect(endOf(rebuild(news))).toBe(sentence);
  });
});
