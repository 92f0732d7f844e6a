import type {
  CountryReportPublished,
  EngagementCorrected,
  EngagementLogged,
  EngagementWithdrawn,
  FollowUpAssigned,
  FollowUpCompleted,
  FollowUpId,
  PromiseMade,
  RecommendationRaised,
} from '@demarche/contracts';
import { kaldara, maya, meeting, promise1, recruitmentFees, report2026, shelters } from '@demarche/testing';
import type { EngagementContent } from '../engagement/engagement.ts';

export const followUp1 = 'ENG-7F3K-2Q9X-F1' as FollowUpId;

export const reportPublished: CountryReportPublished = {
  type: 'CountryReportPublished',
  data: {
    reportId: report2026,
    country: kaldara,
    countryName: 'Kaldara',
    reportYear: 2026,
    occurredOn: '2026-06-30',
    occurredOnBasis: 'statutory',
    tier: null,
    section: 'complete',
    recommendations: [
      { reference: recruitmentFees, ordinal: 1, text: 'Enact a law that forbids recruitment fees.', pillars: [] },
      { reference: shelters, ordinal: 2, text: 'Fund shelters outside the capital.', pillars: [] },
    ],
    source: { address: null, fileName: null, sha256: null },
    amendments: [],
    publishedBy: maya,
  },
};

const minister = { name: 'Joan Park', title: 'Minister', body: 'Ministry of Labour' };

export const content: EngagementContent = {
  kind: 'bilateral',
  occurredOn: '2026-09-09',
  countries: [kaldara],
  channel: 'meeting',
  deliveryForm: 'demarche',
  place: 'Kald City',
  post: 'Embassy Kald City',
  forum: null,
  ourParticipants: [{ name: 'Maya Reyes', title: 'Political Officer', body: null }],
  theirParticipants: [minister],
  pillars: ['prosecution'],
  fbsObjective: null,
  summary: 'We asked when the law on recruitment fees will be tabled.',
  recordReference: null,
  marking: 'U',
};

export const logged = (changes: Partial<EngagementContent> = {}): EngagementLogged => ({
  type: 'EngagementLogged',
  data: { engagementId: meeting, ...content, ...changes, loggedBy: maya },
});

export const raised = (changes: Partial<RecommendationRaised['data']> = {}): RecommendationRaised => ({
  type: 'RecommendationRaised',
  data: {
    engagementId: meeting,
    reference: recruitmentFees,
    country: kaldara,
    occurredOn: '2026-09-09',
    deliveryForm: 'demarche',
    reception: 'acknowledged',
    note: null,
    raisedBy: maya,
    ...changes,
  },
});

export const promised = (changes: Partial<PromiseMade['data']> = {}): PromiseMade => ({
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

export const assigned = (changes: Partial<FollowUpAssigned['data']> = {}): FollowUpAssigned => ({
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

export const completed = (changes: Partial<FollowUpCompleted['data']> = {}): FollowUpCompleted => ({
  type: 'FollowUpCompleted',
  data: {
    engagementId: meeting,
    followUpId: followUp1,
    countries: [kaldara],
    occurredOn: '2026-09-20',
    outcome: 'The model law was sent.',
    completedBy: maya,
    ...changes,
  },
});

export const corrected = (changes: Partial<EngagementContent> = {}): EngagementCorrected => ({
  type: 'EngagementCorrected',
  data: { engagementId: meeting, ...content, ...changes, reason: 'It was wrong.', correctedBy: maya },
});

export const withdrawn: EngagementWithdrawn = {
  type: 'EngagementWithdrawn',
  data: {
    engagementId: meeting,
    countries: [kaldara],
    occurredOn: '2026-10-01',
    reason: 'It was logged twice.',
    withdrawnBy: maya,
  },
};
