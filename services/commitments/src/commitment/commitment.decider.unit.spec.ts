import type { CountryCode } from '@demarche/contracts';
import { by, kaldara, norvia, omar } from '@demarche/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adopted, gazette, paragraph4 } from '../spec-kit/kaldara-stories.ts';
import { type CommitmentCommand, commitmentDecider } from './commitment.decider.ts';
import type { Commitment, CommitmentEvent } from './commitment.ts';

const { initialState, decide, evolve } = commitmentDecider(paragraph4);

const circumstances = { ...by(omar), commitmentId: paragraph4 };
const occurredOn = fc.constantFrom('2026-09-19', '2026-09-20', '2026-10-31', '2026-11-01', '2026-11-21', '2026-11-22');
const ending = fc.record({ occurredOn, explanation: fc.constant('As the record shows.') });

const command: fc.Arbitrary<CommitmentCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        occurredOn,
        country: fc.constantFrom(null, kaldara, norvia, 'XOT' as CountryCode),
        delivery: fc.constantFrom('no_evidence' as const, 'limited' as const, 'complete' as const),
        rationale: fc.constant('Seen.'),
        evidence: fc.subarray([gazette]),
      })
      .map((request) => ({ name: 'review-delivery' as const, ...circumstances, ...request })),
  },
  {
    weight: 2,
    arbitrary: ending.map((request) => ({ name: 'fulfil-commitment' as const, ...circumstances, ...request })),
  },
  {
    weight: 1,
    arbitrary: ending.map((request) => ({ name: 'lapse-commitment' as const, ...circumstances, ...request })),
  },
  {
    weight: 1,
    arbitrary: ending.map((request) => ({ name: 'withdraw-commitment' as const, ...circumstances, ...request })),
  },
);

/** The commitment's own history after all commands, taken or refused. */
const historyOf = (commands: readonly CommitmentCommand[]): readonly CommitmentEvent[] => {
  const history: CommitmentEvent[] = [];
  let state: Commitment = evolve(initialState, adopted());
  for (const next of commands) {
    const decision = decide(next, state);
    if (decision.outcome === 'rejected') continue;
    history.push(...(decision.events as readonly CommitmentEvent[]));
    state = decision.events.reduce(evolve, state);
  }
  return history;
};

const always = (invariant: (history: readonly CommitmentEvent[]) => void) =>
  fc.assert(fc.property(fc.array(command, { maxLength: 25 }).map(historyOf), invariant), { numRuns: 300 });

const isEnding = ({ type }: CommitmentEvent) => type !== 'DeliveryReviewed';

describe('whatever is asked of a commitment, in whatever order', () => {
  it('ends at most once, and nothing happens after its end', () => {
    always((history) => {
      const end = history.findIndex(isEnding);
      expect(end === -1 || end === history.length - 1).toBe(true);
    });
  });

  it('happens between its adoption and today, to countries that it binds, on evidence', () => {
    always((history) => {
      const days = history.map(({ data }) => data.occurredOn);
      expect(days.filter((day) => day < '2026-09-20' || day > circumstances.today)).toEqual([]);
      const reviews = history.filter((event) => event.type === 'DeliveryReviewed').map(({ data }) => data);
      expect([null, kaldara, norvia]).toEqual(expect.arrayContaining(reviews.map(({ country }) => country)));
      expect(reviews.filter(({ delivery, evidence }) => delivery !== 'no_evidence' && evidence.length === 0)).toEqual(
        [],
      );
    });
  });

  it('is fulfilled only where some review found it complete, and lapses only after its due date', () => {
    always((history) => {
      const found = history.map(({ data }) => ('delivery' in data ? data.delivery : null));
      const unfounded = history.filter(
        ({ type, data }) =>
          (type === 'CommitmentFulfilled' && !found.includes('complete')) ||
          (type === 'CommitmentLapsed' && data.occurredOn <= '2026-10-31'),
      );
      expect(unfounded).toEqual([]);
    });
  });
});
