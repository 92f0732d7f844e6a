import type { AssessedStatus, ClosureReason, EntryId, IsoDate, Officer } from '@demarche/contracts';
import { by, ines, maya, recruitmentFees, tomas } from '@demarche/testing';
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { actionOnRecord, gazette, reportPublished } from '../spec-kit/kaldara-stories.ts';
import type { AssessImplementationCommand } from './assess-implementation/assess-implementation.ts';
import { type RecommendationCommand, recommendationDecider } from './recommendation.decider.ts';
import type { Recommendation, RecommendationEvent } from './recommendation.ts';
import { standingAssessment, standingClosure } from './standing-entries.ts';

const decider = recommendationDecider(recruitmentFees);
const reference = recruitmentFees;

const officer = fc.constantFrom<Officer>(ines, tomas, maya);
const day = fc.constantFrom<IsoDate>('2026-06-01', '2026-07-15', '2026-09-01', '2026-11-21', '2026-12-24');
const entryId = fc
  .tuple(fc.constantFrom('R', 'A', 'C'), fc.integer({ min: 1, max: 4 }))
  .map(([letter, number]) => `${reference}-${letter}${number}` as EntryId);
const status = fc.constantFrom<AssessedStatus>(
  'no_evidence',
  'not_started',
  'initial_steps',
  'implemented',
  'reversed',
);
const resting = fc
  .boolean()
  .map(
    (onActions): Pick<AssessImplementationCommand, 'basis' | 'actions'> =>
      onActions
        ? { basis: { kind: 'concrete_actions', actions: [gazette] }, actions: [actionOnRecord()] }
        : { basis: { kind: 'no_action_finding', finding: 'Nothing was found.' }, actions: [] },
  );
const closing = fc.constantFrom<ClosureReason>('closed_implemented', 'closed_overtaken');

/** Any command on the recommendation, sensible or not. */
const command: fc.Arbitrary<RecommendationCommand> = fc.oneof(
  fc.record({ officer, day, status, resting }).map(
    ({ officer: who, day: occurredOn, status: found, resting: basis }): RecommendationCommand => ({
      name: 'assess-implementation',
      ...by(who),
      reference,
      occurredOn,
      reportingPeriod: 2026,
      status: found,
      rationale: 'Judged.',
      ...basis,
    }),
  ),
  fc.record({ officer, entryId }).map(
    (drawn): RecommendationCommand => ({
      name: 'sign-off-assessment',
      ...by(drawn.officer),
      reference,
      assessmentId: drawn.entryId,
      actions: [actionOnRecord()],
    }),
  ),
  fc.record({ officer, day, closing }).map(
    (drawn): RecommendationCommand => ({
      name: 'close-recommendation',
      ...by(drawn.officer),
      reference,
      occurredOn: drawn.day,
      reason: drawn.closing,
      explanation: 'It is over.',
      actions: [actionOnRecord()],
    }),
  ),
  fc.record({ officer, entryId }).map(
    (drawn): RecommendationCommand => ({
      name: 'withdraw-entry',
      ...by(drawn.officer),
      reference,
      entryId: drawn.entryId,
      reason: 'In error.',
    }),
  ),
);

/** Every accepted event with the state in which it was accepted. */
const lived = (commands: readonly RecommendationCommand[]) => {
  let state: Recommendation = decider.evolve(decider.initialState, reportPublished());
  const steps: { readonly before: Recommendation; readonly event: RecommendationEvent }[] = [];
  for (const next of commands) {
    const decision = decider.decide(next, state);
    for (const event of decision.outcome === 'accepted' ? decision.events : []) {
      steps.push({ before: state, event: event as RecommendationEvent });
      state = decider.evolve(state, event);
    }
  }
  return steps;
};

const expectAlways = (holds: (step: ReturnType<typeof lived>[number]) => boolean) =>
  fc.assert(fc.property(fc.array(command, { maxLength: 30 }), (commands) => lived(commands).every(holds)));

const closureBefore = (before: Recommendation) => before.status === 'issued' && standingClosure(before) !== undefined;

describe('the life of a recommendation, whatever is asked of it', () => {
  it('never gives one number to two entries', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const ids = lived(commands).flatMap(({ event }) => openedEntry(event));
        return new Set(ids).size === ids.length;
      }),
    );
  });

  it('takes nothing on a closed one but a reversal, a sign-off or a withdrawal', () => {
    expectAlways(({ before, event }) => !closureBefore(before) || isTakenWhenClosed(event));
  });

  it('is closed as implemented only on an assessment that says so and that two people stand for', () => {
    expectAlways(({ before, event }) => {
      if (event.type !== 'RecommendationClosed' || event.data.reason !== 'closed_implemented') return true;
      const assessment = before.status === 'issued' ? standingAssessment(before) : undefined;
      return assessment?.status === 'implemented' && assessment.signedOff && assessment.assessor !== undefined;
    });
  });

  it('is never called implemented by whoever reported the action, nor signed off by the assessor', () => {
    expectAlways(({ before, event }) => {
      if (event.type === 'ImplementationAssessed')
        return event.data.status !== 'implemented' || event.data.assessedBy.id !== maya.id;
      if (event.type !== 'AssessmentSignedOff' || before.status !== 'issued') return true;
      return before.entries.every(
        (entry) =>
          entry.entryId !== event.data.assessmentId ||
          (entry.kind === 'assessment' && entry.assessor !== event.data.signedOffBy.id),
      );
    });
  });
});

const openedEntry = (event: RecommendationEvent): EntryId[] => {
  if (event.type === 'RecommendationClosed') return [event.data.closureId];
  return event.type === 'ImplementationAssessed' ? [event.data.assessmentId] : [];
};

const isTakenWhenClosed = (event: RecommendationEvent): boolean =>
  ['AssessmentSignedOff', 'EntryWithdrawn'].includes(event.type) ||
  (event.type === 'ImplementationAssessed' && event.data.status === 'reversed');
