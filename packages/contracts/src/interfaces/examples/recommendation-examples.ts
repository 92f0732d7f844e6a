import { AssessImplementation } from '../../recommendations/assess-implementation.ts';
import { CloseRecommendation } from '../../recommendations/close-recommendation.ts';
import { CorrectConcreteAction } from '../../recommendations/correct-concrete-action.ts';
import { CorrectCountryReport } from '../../recommendations/correct-country-report.ts';
import { NotePace } from '../../recommendations/note-pace.ts';
import { PublishCountryReport } from '../../recommendations/publish-country-report.ts';
import { RecordConcreteAction } from '../../recommendations/record-concrete-action.ts';
import { RecordGovernmentResponse } from '../../recommendations/record-government-response.ts';
import { ReviewRewording } from '../../recommendations/review-rewording.ts';
import { SignOffAssessment } from '../../recommendations/sign-off-assessment.ts';
import { TagRecommendation } from '../../recommendations/tag-recommendation.ts';
import { WithdrawConcreteAction } from '../../recommendations/withdraw-concrete-action.ts';
import { WithdrawEntry } from '../../recommendations/withdraw-entry.ts';
import { type CommandExample, commandExample } from './command-example.ts';

const gazette = {
  kind: 'official_gazette',
  reference: 'Official Gazette of Kaldara 112, 14 August 2026',
  address: 'https://gazette.example/2026/112',
  publishedOn: '2026-08-14',
} as const;

/** One recommendation to Kaldara, from the report that made it to its end; in the order in which it can be told. */
export const recommendationExamples: readonly CommandExample[] = [
  commandExample(PublishCountryReport, {
    country: 'XKD',
    countryName: 'Kaldara',
    reportYear: 2026,
    publishedOn: '2026-06-30',
    tier: {
      value: 'tier-2-watch-list',
      movement: 'remained',
      consecutiveYears: 2,
      sentence: 'Therefore Kaldara remained on Tier 2 Watch List for the second consecutive year.',
    },
    section: 'complete',
    recommendations: [
      { text: 'Enact and enforce a law that forbids charging recruitment fees to workers.', pillars: ['prosecution'] },
      { text: 'Fund shelters outside the capital.', pillars: ['protection'] },
      { text: 'Train labor inspectors to identify victims among workers.' },
    ],
    source: { address: 'https://reports.example/2026/kaldara' },
  }),
  commandExample(CorrectCountryReport, {
    reportId: 'XKD-2026',
    publishedOn: '2026-06-24',
    reason: 'The report came out on 24 June; the statutory day had been noted.',
  }),
  commandExample(ReviewRewording, {
    reportId: 'XKD-2026',
    rewordingId: 'XKD-2026-W1',
    decision: 'dismissed',
    reason: 'The other text is an early draft.',
  }),
  commandExample(TagRecommendation, {
    reference: 'XKD-2026-01',
    pillars: ['prosecution', 'prevention'],
    standards: ['1', '4(3)'],
  }),
  commandExample(NotePace, {
    reference: 'XKD-2026-01',
    occurredOn: '2026-07-15',
    pace: 'on_track',
    waitingOn: 'host_government',
    note: 'The draft law is before the committee on labor.',
  }),
  commandExample(RecordGovernmentResponse, {
    reference: 'XKD-2026-01',
    occurredOn: '2026-07-08',
    response: 'supported',
    comment: 'The ministry will send a draft law to parliament before the summer recess.',
    respondent: 'Ministry of Labor',
  }),
  commandExample(
    RecordConcreteAction,
    {
      occurredOn: '2026-08-14',
      description: 'The law that forbids charging recruitment fees to workers came into force.',
      responsibleBody: 'Ministry of Labor',
      evidence: [gazette],
      recommendations: ['XKD-2026-01'],
    },
    'c02a7670-7c60-4400-8f56-d96784067707',
  ),
  commandExample(CorrectConcreteAction, {
    actionId: 'ACT-97FY-18YE',
    occurredOn: '2026-08-14',
    description: 'The law that forbids charging recruitment fees to workers came into force, with fines for agencies.',
    responsibleBody: 'Ministry of Labor',
    evidence: [gazette],
    recommendations: ['XKD-2026-01'],
    reason: 'The fines were left out.',
  }),
  commandExample(AssessImplementation, {
    reference: 'XKD-2026-01',
    reportingPeriod: 2026,
    occurredOn: '2026-09-01',
    status: 'implemented',
    rationale: 'The law is in force, and the inspectorate has begun to apply it.',
    basis: { kind: 'concrete_actions', actions: ['ACT-97FY-18YE'] },
  }),
  commandExample(SignOffAssessment, { reference: 'XKD-2026-01', assessmentId: 'XKD-2026-01-A1' }),
  commandExample(CloseRecommendation, {
    reference: 'XKD-2026-01',
    occurredOn: '2026-09-02',
    reason: 'closed_implemented',
    explanation: 'The law is in force and applied.',
  }),
  commandExample(WithdrawEntry, {
    reference: 'XKD-2026-01',
    entryId: 'XKD-2026-01-C1',
    reason: 'The closure belonged on another recommendation.',
  }),
  commandExample(WithdrawConcreteAction, {
    actionId: 'ACT-97FY-18YE',
    reason: 'It was recorded twice; the other record stays.',
  }),
];
