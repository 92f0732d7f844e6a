import { type DeliveryReviewed, type DeliveryStatus, type PromiseMade, streamName } from '@demarche/contracts';
import { DAY_MS, type Day, dateOf, dayOf } from './calendar.ts';
import type { CountryHistory } from './country-history.ts';
import { laterBy } from './office-hours.ts';
import { evidenceOf } from './record-action.ts';

/** Whether a promise was delivered: reviews, then kept, lapsed or taken back. Never before it was made. */
export const followPromise = (history: CountryHistory, promise: PromiseMade, madeAt: number): void => {
  const { random } = history;
  const fate = random.integer(1, 10);
  const due = promise.data.dueOn === null ? Math.floor(madeAt / DAY_MS) + 90 : dayOf(promise.data.dueOn);
  const firstAt = laterBy(random, madeAt, random.integer(5, Math.max(6, due - Math.floor(madeAt / DAY_MS) - 5)));
  const reviewedAt = random.chance(0.35)
    ? review(history, promise, firstAt, fate > 6 ? 'not_started' : 'limited')
    : madeAt;
  if (fate <= 6) {
    const completeAt = laterBy(random, Math.max(reviewedAt, (due - 8) * DAY_MS), random.integer(1, 20));
    const seenAt = review(history, promise, completeAt, 'complete');
    return end(history, promise, laterBy(random, seenAt, random.integer(0, 4)), 'CommitmentFulfilled');
  }
  if (fate === 7)
    return end(history, promise, laterBy(random, reviewedAt, random.integer(10, 40)), 'CommitmentWithdrawn');
  if (promise.data.dueOn !== null) {
    end(
      history,
      promise,
      laterBy(random, Math.max(reviewedAt, (due + 1) * DAY_MS), random.integer(5, 60)),
      'CommitmentLapsed',
    );
  }
};

const carried = ({ data }: PromiseMade, at: number) => ({
  commitmentId: data.promiseId,
  kind: 'promise' as const,
  countries: [data.country],
  occurredOn: dateOf(Math.floor(at / DAY_MS)),
});

const rationales: Record<DeliveryStatus, string> = {
  no_evidence: 'We asked and heard nothing.',
  not_started: 'The ministry said that work has not begun.',
  limited: 'A draft exists; nothing has been adopted.',
  substantial: 'Most of what was promised is in place.',
  complete: 'What was promised has been done.',
};

const review = (history: CountryHistory, promise: PromiseMade, at: number, delivery: DeliveryStatus): number => {
  const { profile, ledger } = history;
  const proven = delivery !== 'not_started' && delivery !== 'no_evidence';
  const event: DeliveryReviewed = {
    type: 'DeliveryReviewed',
    data: {
      ...carried(promise, at),
      country: profile.code,
      delivery,
      rationale: rationales[delivery],
      evidence: proven ? [evidenceOf(history, Math.floor(at / DAY_MS))] : [],
      reviewedBy: profile.officer,
    },
  };
  ledger.enter({
    at,
    stream: streamName('commitment', promise.data.promiseId),
    officer: profile.officer,
    events: [event],
  });
  return at;
};

const end = (
  { profile, ledger }: CountryHistory,
  promise: PromiseMade,
  at: number,
  type: 'CommitmentFulfilled' | 'CommitmentWithdrawn' | 'CommitmentLapsed',
): void => {
  const data = carried(promise, at);
  const event = {
    CommitmentFulfilled: {
      type: 'CommitmentFulfilled',
      data: { ...data, explanation: 'The promise was kept, as the review shows.', confirmedBy: profile.officer },
    },
    CommitmentWithdrawn: {
      type: 'CommitmentWithdrawn',
      data: { ...data, explanation: 'The new minister took the promise back.', withdrawnBy: profile.officer },
    },
    CommitmentLapsed: {
      type: 'CommitmentLapsed',
      data: { ...data, explanation: 'The day passed and nothing had been done.', recordedBy: profile.officer },
    },
  } as const;
  ledger.enter({
    at,
    stream: streamName('commitment', promise.data.promiseId),
    officer: profile.officer,
    events: [event[type]],
  });
};

/** The day by which a promise made on a day is to be kept. */
export const dueAfter = ({ random }: Pick<CountryHistory, 'random'>, made: Day): Day => made + random.integer(45, 240);
