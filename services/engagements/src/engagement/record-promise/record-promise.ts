import {
  type Command,
  type Officer,
  type PromiseMade,
  type PromiseRequest,
  promiseIdOf,
  type RecordPromise,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { Engagement, EngagementRecord } from '../engagement.ts';
import { type KnownRecommendations, refuseRecommendations } from '../refuse-recommendations.ts';
import { standing } from '../standing-engagement.ts';

/** The command with those of the recommendations it names that are on record. */
export type RecordPromiseCommand = Command<'record-promise', RecordPromise> & {
  readonly known: KnownRecommendations;
};
type Code = RejectionOf<typeof RecordPromise>;

/** A promise is followed on its own record from here on. It moves no assessment (22 U.S.C. 7107(b)(1)). */
export const recordPromise = (command: RecordPromiseCommand, state: Engagement): Decision<PromiseMade, Code> => {
  const record = standing(state);
  if (isRejected(record)) return record;
  return refusePromise(record, command, command.known) ?? accept(...promisesMade(record, [command], command.officer));
};

export const refusePromise = (
  { content }: EngagementRecord,
  { country, dueOn, recommendations }: PromiseRequest,
  known: KnownRecommendations,
): Rejected<Exclude<Code, 'engagement-unknown' | 'engagement-withdrawn'>> | undefined => {
  if (!content.countries.includes(country)) {
    return reject(
      'country-not-engaged',
      `${country} took no part in the engagement of ${content.occurredOn}. Name the country in the engagement first, or correct the promise.`,
    );
  }
  if (dueOn !== null && dueOn < content.occurredOn) {
    return reject(
      'promise-due-before-made',
      `The promise was made on ${content.occurredOn} and cannot be due on ${dueOn}, before it. Correct the due date, or leave it out.`,
    );
  }
  return refuseRecommendations(recommendations, [country], known);
};

/** Promises are numbered within their engagement, in the order in which they were recorded. */
export const promisesMade = (
  { engagementId, content, promises }: EngagementRecord,
  requests: readonly PromiseRequest[],
  recordedBy: Officer,
): PromiseMade[] =>
  requests.map(({ country, wording, dueOn, responsibleBody, madeBy, recommendations }, index) => ({
    type: 'PromiseMade',
    data: {
      engagementId,
      promiseId: promiseIdOf(engagementId, promises.length + index + 1),
      country,
      occurredOn: content.occurredOn,
      wording,
      dueOn,
      responsibleBody,
      madeBy,
      recommendations,
      recordedBy,
    },
  }));
