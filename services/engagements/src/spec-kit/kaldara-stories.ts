import type {
  CountryReportPublished,
  EngagementCorrected,
  EngagementLogged,
  FollowUpCompleted,
  RecommendationRaised,
} from '@demarche/contracts';
import {
  followUp1,
  kaldara,
  maya,
  meeting,
  meetingWithdrawn,
  recruitmentFees,
  report2026,
  shelters,
} from '@demarche/testing';
import type { EngagementContent } from '../engagement/engagement.ts';

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

export { followUp1, followUpAssigned as assigned, promiseMade as promised } from '@demarche/testing';

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

export const withdrawn = meetingWithdrawn();
