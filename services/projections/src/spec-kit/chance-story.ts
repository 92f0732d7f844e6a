import type { RecordedEvent } from '@demarche/contracts';
import { aStory } from '@demarche/testing';
import fc from 'fast-check';
import { adopt, amend, follow, meet, promise, raise, takeOn } from './chance-engagement-steps.ts';
import { act, judge, publish, tag, withdrawEntry } from './chance-recommendation-steps.ts';
import { dayOf, type Step, step, type ToldSoFar } from './told-so-far.ts';

/** The kinds of steps; the more often named, the likelier. */
const STEPS = [
  publish,
  publish,
  publish,
  judge,
  judge,
  judge,
  tag,
  withdrawEntry,
  act,
  act,
  meet,
  meet,
  raise,
  raise,
  promise,
  promise,
  follow,
  follow,
  takeOn,
  amend,
  adopt,
];

/** What every history begins with, so that the steps after it find something to go on with: reports out of order, meetings, promises. */
const OPENING: readonly Step[] = [
  { kind: STEPS.indexOf(publish), a: 2, b: 3, day: 1300 },
  { kind: STEPS.indexOf(publish), a: 2, b: 1, day: 700 },
  { kind: STEPS.indexOf(publish), a: 3, b: 2, day: 900 },
  { kind: STEPS.indexOf(meet), a: 3, b: 0, day: 800 },
  { kind: STEPS.indexOf(meet), a: 2, b: 1, day: 1100 },
  { kind: STEPS.indexOf(raise), a: 0, b: 0, day: 0 },
  { kind: STEPS.indexOf(promise), a: 0, b: 1, day: 900 },
];

const tellSteps = (steps: readonly Step[]): readonly RecordedEvent[] => {
  const story = aStory().recordedOn(dayOf(1690));
  const record: ToldSoFar = {
    reports: new Map(),
    engagements: new Map(),
    promises: [],
    followUps: [],
    actions: new Map(),
    entries: [],
    counts: new Map(),
  };
  for (const step of OPENING) STEPS[step.kind]?.(story, record, step);
  for (const [index, step] of steps.entries()) {
    story.recordedOn(dayOf(1700 + index));
    STEPS[step.kind % STEPS.length]?.(story, record, step);
  }
  return story.events();
};

/** Histories as they may come about: late entries, corrections, withdrawals, reports in any order. All happened by 2023, and were recorded after. */
export const chanceStory: fc.Arbitrary<readonly RecordedEvent[]> = fc
  .array(step, { minLength: 20, maxLength: 90, size: 'max' })
  .map(tellSteps);

export const TODAY = '2024-06-15';

/** A day within the histories. */
export const chanceDay: fc.Arbitrary<string> = fc.integer({ min: 200, max: 1900 }).map(dayOf);
