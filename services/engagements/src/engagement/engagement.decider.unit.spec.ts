import { type CommitmentId, type FollowUpId, promiseIdOf } from '@demarche/contracts';
import {
  by,
  kaldara,
  known,
  maya,
  meeting,
  norvia,
  norvianInspectors,
  recruitmentFees,
  shelters,
} from '@demarche/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content } from '../spec-kit/kaldara-stories.ts';
import { type EngagementCommand, engagementDecider } from './engagement.decider.ts';
import type { Engagement, EngagementEvent } from './engagement.ts';

const { initialState, decide, evolve } = engagementDecider;

const circumstances = { ...by(maya), engagementId: meeting, known };
const countries = fc.subarray([kaldara, norvia], { minLength: 1 });
const day = fc.constantFrom('2026-09-08', '2026-09-09', '2026-11-21', '2026-11-22');
const reference = fc.constantFrom(recruitmentFees, shelters, norvianInspectors);
const reception = fc.constant('acknowledged' as const);
const raising = fc.record({ reference, reception, note: fc.constant(null) });
const promising = fc.record({
  country: fc.constantFrom(kaldara, norvia),
  wording: fc.constant('A bill.'),
  dueOn: fc.option(day),
  responsibleBody: fc.constant(null),
  madeBy: fc.constant(null),
  recommendations: fc.array(reference, { maxLength: 2 }),
});
const assigning = fc.constant({ what: 'Send the model law.', owner: 'Maya Reyes', dueOn: null });
const followUpId = fc.integer({ min: 1, max: 4 }).map((ordinal) => `${meeting}-F${ordinal}` as FollowUpId);
const described = fc.record({ occurredOn: day, countries }).map((changes) => ({ ...content, ...changes }));

const command: fc.Arbitrary<EngagementCommand> = fc.oneof(
  fc
    .record({
      described,
      raised: fc.array(raising, { maxLength: 2 }),
      promises: fc.array(promising, { maxLength: 2 }),
      followUps: fc.array(assigning, { maxLength: 2 }),
    })
    .map(({ described: text, ...rest }) => ({ name: 'log-engagement' as const, ...circumstances, ...text, ...rest })),
  raising.map((request) => ({ name: 'raise-recommendation' as const, ...circumstances, ...request })),
  promising.map((request) => ({ name: 'record-promise' as const, ...circumstances, ...request })),
  assigning.map((request) => ({ name: 'assign-follow-up' as const, ...circumstances, ...request })),
  fc
    .record({ followUpId, occurredOn: day, outcome: fc.constant(null) })
    .map((request) => ({ name: 'complete-follow-up' as const, ...circumstances, ...request })),
  described.map((text) => ({ name: 'correct-engagement' as const, ...circumstances, ...text, reason: 'Wrong.' })),
  fc.constant({ name: 'withdraw-engagement' as const, ...circumstances, reason: 'Twice.' }),
);

/** What stands after each command, whether it was taken or refused. */
const live = (commands: readonly EngagementCommand[]) => {
  const history: EngagementEvent[] = [];
  let state: Engagement = initialState;
  for (const next of commands) {
    const decision = decide(next, state);
    if (decision.outcome === 'rejected') continue;
    history.push(...decision.events);
    state = decision.events.reduce(evolve, state);
  }
  return { history, state };
};

const ofType = <Type extends EngagementEvent['type']>(history: readonly EngagementEvent[], type: Type) =>
  history.filter((event): event is Extract<EngagementEvent, { type: Type }> => event.type === type);

// A life begins with a meeting that took place, so that most of what follows is not refused as unknown.
const lives = fc.array(command, { minLength: 1, maxLength: 40 }).map((rest) => {
  const first = {
    name: 'log-engagement' as const,
    ...circumstances,
    ...content,
    raised: [],
    promises: [],
    followUps: [],
  };
  return live([first, ...rest]);
});

const always = (invariant: (life: ReturnType<typeof live>) => void) =>
  fc.assert(fc.property(lives, invariant), { numRuns: 300 });

describe('whatever is asked of an engagement, in whatever order', () => {
  it('is logged once, and nothing happens after it was withdrawn', () => {
    always(({ history }) => {
      expect(ofType(history, 'EngagementLogged')).toHaveLength(1);
      const withdrawal = history.findIndex(({ type }) => type === 'EngagementWithdrawn');
      expect(withdrawal === -1 || withdrawal === history.length - 1).toBe(true);
    });
  });

  it('has each recommendation raised once, each follow-up done once, and only what was assigned', () => {
    always(({ history }) => {
      const raised = ofType(history, 'RecommendationRaised').map(({ data }) => data.reference);
      expect(new Set(raised).size).toBe(raised.length);
      const done = ofType(history, 'FollowUpCompleted').map(({ data }) => data.followUpId);
      expect(new Set(done).size).toBe(done.length);
      expect(ofType(history, 'FollowUpAssigned').map(({ data }) => data.followUpId)).toEqual(
        expect.arrayContaining(done),
      );
    });
  });

  it('numbers promises and follow-ups without a gap', () => {
    always(({ history }) => {
      const promises: CommitmentId[] = ofType(history, 'PromiseMade').map(({ data }) => data.promiseId);
      expect(promises).toEqual(promises.map((_, index) => promiseIdOf(meeting, index + 1)));
      const followUps = ofType(history, 'FollowUpAssigned').map(({ data }) => data.followUpId);
      expect(followUps).toEqual(followUps.map((_, index) => `${meeting}-F${index + 1}`));
    });
  });

  it('names every country of which it holds something, and lies in the past', () => {
    always(({ history, state }) => {
      fc.pre(state.status === 'logged');
      const { occurredOn, countries } = state.content;
      expect(occurredOn <= circumstances.today).toBe(true);
      const held = [...ofType(history, 'RecommendationRaised'), ...ofType(history, 'PromiseMade')];
      expect(countries).toEqual(expect.arrayContaining(held.map(({ data }) => data.country)));
    });
  });
});
