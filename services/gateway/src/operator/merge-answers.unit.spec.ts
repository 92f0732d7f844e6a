import type { DoctorFacts, ParkedStream, RebuildState } from '@demarche/contracts';
import { describe, expect, test } from 'vitest';
import { mergeDoctorFacts, mergeParked, mergeRebuilds, mergeReplays } from './merge-answers.ts';

const parked = (stream: string, position = 7, more: Partial<ParkedStream> = {}): ParkedStream => ({
  stream,
  view: 'records',
  since: '2026-11-21T12:00:00.000Z' as ParkedStream['since'],
  position,
  eventType: 'EngagementLogged',
  reason: 'it cannot be read',
  waiting: 0,
  ...more,
});

describe('what is parked', () => {
  test('is what any replica holds back, each stream and view once, as it is worst', () => {
    const [early, late, otherView] = [parked('a', 5), parked('a', 9), parked('a', 9, { view: 'portfolio' })];
    const answers = [{ parked: [late, otherView] }, { parked: [early] }, { parked: [parked('b')] }];
    expect(mergeParked(answers)).toEqual({ parked: [early, parked('b'), otherView] });
  });

  test('is nothing where no replica holds anything back', () => {
    expect(mergeParked([{ parked: [] }, { parked: [] }])).toEqual({ parked: [] });
  });
});

test('a stream is free again where no replica holds it back any more', () => {
  const first = { events: 3, freed: [parked('a'), parked('b')], stayed: [] };
  const second = { events: 1, freed: [parked('b')], stayed: [parked('a')] };
  expect(mergeReplays([first, second])).toEqual({ events: 3, freed: [parked('b')], stayed: [parked('a')] });
});

describe('a rebuild', () => {
  const rebuild = (news: Partial<RebuildState>): { rebuild: RebuildState } => ({
    rebuild: {
      number: 1,
      view: null,
      state: 'running',
      done: 50,
      target: 100,
      eventsPerSecond: 10,
      secondsLeft: 5,
      reason: null,
      ...news,
    },
  });

  test('is as far as the slowest replica, and runs as long as any', () => {
    const answers = [rebuild({ done: 90 }), rebuild({ done: 20 }), rebuild({ state: 'done', done: 100 })];
    expect(mergeRebuilds(answers)).toMatchObject({ rebuild: { state: 'running', done: 20 } });
  });

  test('that ended badly in one replica ended badly', () => {
    const answers = [rebuild({ state: 'done' }), rebuild({ state: 'failed', reason: 'disk full' })];
    expect(mergeRebuilds(answers)).toMatchObject({ rebuild: { state: 'failed', reason: 'disk full' } });
  });

  test('is another one as soon as any replica has begun another', () => {
    const [one, other] = [rebuild({ number: 4 }), rebuild({ number: 1, state: 'done' })];
    const before = mergeRebuilds([one, other]).rebuild?.number;
    expect(mergeRebuilds([one, rebuild({ number: 1 })]).rebuild?.number).toBe(before);
    expect(mergeRebuilds([one, rebuild({ number: 2 })]).rebuild?.number).not.toBe(before);
  });

  test('is none where no replica has begun one since its start', () => {
    expect(mergeRebuilds([{ rebuild: null }, { rebuild: null }])).toEqual({ rebuild: null });
    expect(mergeRebuilds([{ rebuild: null }, rebuild({})])).toMatchObject({ rebuild: { state: 'running' } });
  });
});

test('of each part the replica that is worst off is told of, of the disks the fullest', () => {
  const facts = (more: Partial<DoctorFacts>): DoctorFacts => ({
    now: '2026-11-21T12:00:00.000Z' as DoctorFacts['now'],
    node: '24.0.0',
    dataFolder: '/views-1',
    freeBytes: 10,
    newestRecordedAt: null,
    checks: {},
    ...more,
  });
  const newestRecordedAt = '2026-11-21T11:00:00.000Z' as DoctorFacts['now'];
  const well = facts({ checks: { projections: { status: 'pass' }, store: { status: 'warn', head: 3 } } });
  const unwell = facts({
    dataFolder: '/views-2',
    freeBytes: 5,
    newestRecordedAt,
    checks: { projections: { status: 'warn', parked: 1 }, store: { status: 'pass' } },
  });
  const merged = { projections: { status: 'warn', parked: 1 }, store: { status: 'warn', head: 3 } };
  for (const answers of [
    [well, unwell],
    [unwell, well],
  ])
    expect(mergeDoctorFacts(answers)).toEqual({ ...unwell, newestRecordedAt, checks: merged });
});
