import type { z } from 'zod';
import { AssignFollowUp } from '../../engagements/assign-follow-up.ts';
import { CompleteFollowUp } from '../../engagements/complete-follow-up.ts';
import { CorrectEngagement } from '../../engagements/correct-engagement.ts';
import { type EngagementContent, LogEngagement } from '../../engagements/log-engagement.ts';
import { RaiseRecommendation } from '../../engagements/raise-recommendation.ts';
import { RecordPromise } from '../../engagements/record-promise.ts';
import { WithdrawEngagement } from '../../engagements/withdraw-engagement.ts';
import { type CommandExample, commandExample } from './command-example.ts';

const meeting: z.input<z.ZodObject<typeof EngagementContent>> = {
  occurredOn: '2026-07-08',
  countries: ['XKD'],
  channel: 'meeting',
  deliveryForm: 'demarche',
  place: 'Ministry of Labor, Kald City',
  post: 'Embassy Kald City',
  ourParticipants: [{ name: 'Miriam Castellanos', title: 'Political officer' }],
  theirParticipants: [{ name: 'Olen Varga', title: 'Deputy Minister', body: 'Ministry of Labor' }],
  pillars: ['prosecution', 'protection'],
  summary: 'We went through the recommendations of this year. The ministry named a day for the draft law.',
};

/** What a meeting at the Ministry of Labor of Kaldara left behind; in the order in which it can be told. */
export const engagementExamples: readonly CommandExample[] = [
  commandExample(
    LogEngagement,
    {
      ...meeting,
      raised: [{ reference: 'XKD-2026-01', reception: 'welcomed', note: 'A draft law is being written.' }],
      promises: [
        {
          country: 'XKD',
          wording: 'The draft law will be before parliament by the end of July.',
          dueOn: '2026-07-31',
          responsibleBody: 'Ministry of Labor',
          madeBy: 'Deputy Minister Varga',
          recommendations: ['XKD-2026-01'],
        },
      ],
      followUps: [{ what: 'Send the comments of our experts.', owner: 'Miriam Castellanos', dueOn: '2026-07-20' }],
    },
    '72b42b61-8b0f-491d-bc47-3a20ecd173f8',
  ),
  commandExample(RaiseRecommendation, {
    engagementId: 'ENG-0H34-6KJ5',
    reference: 'XKD-2026-02',
    reception: 'acknowledged',
    note: 'The budget for next year is still open.',
  }),
  commandExample(RecordPromise, {
    engagementId: 'ENG-0H34-6KJ5',
    country: 'XKD',
    wording: 'Two shelters outside the capital will be in the budget for next year.',
    dueOn: '2026-12-31',
    responsibleBody: 'Ministry of Finance',
    recommendations: ['XKD-2026-02'],
  }),
  commandExample(AssignFollowUp, {
    engagementId: 'ENG-0H34-6KJ5',
    what: 'Ask when the budget will be debated.',
    owner: 'Miriam Castellanos',
    dueOn: '2026-10-01',
  }),
  commandExample(CompleteFollowUp, {
    engagementId: 'ENG-0H34-6KJ5',
    followUpId: 'ENG-0H34-6KJ5-F1',
    occurredOn: '2026-07-18',
    outcome: 'The comments went to the Deputy Minister’s office.',
  }),
  commandExample(CorrectEngagement, {
    engagementId: 'ENG-0H34-6KJ5',
    ...meeting,
    place: 'Embassy of the United States, Kald City',
    reason: 'The meeting took place at the embassy.',
  }),
  commandExample(WithdrawEngagement, {
    engagementId: 'ENG-0H34-6KJ5',
    reason: 'The meeting was logged by two of us; the other record stays.',
  }),
];
