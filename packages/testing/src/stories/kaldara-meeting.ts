import type { EngagementWithdrawn, FollowUpAssigned, FollowUpId, PromiseMade } from '@demarche/contracts';
import { kaldara, maya, meeting, promise1, recruitmentFees } from './kaldara.ts';

/** What came of the meeting with Kaldara’s Minister of Labour on 9 September 2026, as events that a specification may change. */
export const promiseMade = (changes: Partial<PromiseMade['data']> = {}): PromiseMade => ({
  type: 'PromiseMade',
  data: {
    engagementId: meeting,
    promiseId: promise1,
    country: kaldara,
    occurredOn: '2026-09-09',
    wording: 'The bill will be tabled this year.',
    dueOn: '2026-12-31',
    responsibleBody: 'Ministry of Labour',
    madeBy: 'Minister Park',
    recommendations: [recruitmentFees],
    recordedBy: maya,
    ...changes,
  },
});

export const followUp1 = `${meeting}-F1` as FollowUpId;

/** What one of us took on. */
export const followUpAssigned = (changes: Partial<FollowUpAssigned['data']> = {}): FollowUpAssigned => ({
  type: 'FollowUpAssigned',
  data: {
    engagementId: meeting,
    followUpId: followUp1,
    countries: [kaldara],
    occurredOn: '2026-09-09',
    what: 'Send the model law.',
    owner: 'Maya Reyes',
    dueOn: '2026-09-30',
    assignedBy: maya,
    ...changes,
  },
});

export const meetingWithdrawn = (): EngagementWithdrawn => ({
  type: 'EngagementWithdrawn',
  data: {
    engagementId: meeting,
    countries: [kaldara],
    occurredOn: '2026-10-01',
    reason: 'It was logged twice.',
    withdrawnBy: maya,
  },
});
