import { firstFault, type Judge, type Judges } from './book.ts';

const raise: Judge<'RecommendationRaised'> = (book, { reference, occurredOn }) => {
  const issued = book.issuedOn.get(reference);
  return firstFault([issued === undefined || issued > occurredOn, 'raises a recommendation before it was issued']);
};

const promise: Judge<'PromiseMade'> = (book, { promiseId, occurredOn, dueOn, country }) => {
  book.commitments.set(promiseId, { madeOn: occurredOn, dueOn, countries: [country], delivery: 'none', ended: false });
  return firstFault([dueOn !== null && dueOn < occurredOn, 'is due before it was made']);
};

export const engagementRules: Judges = {
  EngagementLogged: (book, { engagementId }) => {
    book.engagements.set(engagementId, new Set());
    return undefined;
  },
  EngagementCorrected: (book, { engagementId }) =>
    firstFault([!book.engagements.has(engagementId), 'corrects what does not stand']),
  EngagementWithdrawn: (book, { engagementId }) =>
    firstFault([!book.engagements.delete(engagementId), 'withdraws what does not stand']),
  RecommendationRaised: raise,
  PromiseMade: promise,
  FollowUpAssigned: (book, { engagementId, followUpId }) =>
    firstFault([!book.engagements.get(engagementId)?.add(followUpId), 'is assigned in no engagement']),
  FollowUpCompleted: (book, { engagementId, followUpId }) =>
    firstFault([!book.engagements.get(engagementId)?.delete(followUpId), 'completes what is not open']),
};
