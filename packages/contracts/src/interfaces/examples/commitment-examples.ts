import { AddForumCommitment } from '../../commitments/add-forum-commitment.ts';
import { CorrectForumInstrument } from '../../commitments/correct-forum-instrument.ts';
import { FulfilCommitment } from '../../commitments/fulfil-commitment.ts';
import { LapseCommitment } from '../../commitments/lapse-commitment.ts';
import { RecordForumInstrument } from '../../commitments/record-forum-instrument.ts';
import { ReviewDelivery } from '../../commitments/review-delivery.ts';
import { WithdrawCommitment } from '../../commitments/withdraw-commitment.ts';
import { type CommandExample, commandExample } from './command-example.ts';

/** What a forum adopted, and what became of it and of a promise; in the order in which it can be told. */
export const commitmentExamples: readonly CommandExample[] = [
  commandExample(RecordForumInstrument, {
    forum: 'OTHER',
    documentSymbol: 'NLC/2026/4',
    session: 'Fourth Northern Labor Conference',
    title: 'Declaration on fair recruitment',
    occurredOn: '2026-05-20',
    sourceAddress: 'https://forum.example/nlc/2026/4',
    commitments: [
      {
        paragraph: 'paragraph 3',
        wording: 'Each participant will publish a register of licensed recruitment agencies.',
        force: 'concrete',
        measurableTarget: 'A register that anybody can read',
        dueOn: '2026-12-31',
        countries: ['XKD', 'XNV'],
        recommendations: ['XKD-2026-01'],
      },
    ],
  }),
  commandExample(AddForumCommitment, {
    instrumentId: 'OTHER-NLC-2026-4',
    paragraph: 'paragraph 5',
    wording: 'Participants are encouraged to share what they learn with each other.',
    force: 'hortatory',
  }),
  commandExample(CorrectForumInstrument, {
    instrumentId: 'OTHER-NLC-2026-4',
    session: 'Fourth Northern Labor Conference, second part',
    title: 'Declaration on fair recruitment',
    occurredOn: '2026-05-20',
    sourceAddress: 'https://forum.example/nlc/2026/4',
    reason: 'The declaration was adopted in the second part.',
  }),
  commandExample(ReviewDelivery, {
    commitmentId: 'OTHER-NLC-2026-4-C01',
    occurredOn: '2026-08-20',
    delivery: 'complete',
    rationale: 'Both countries have published their registers.',
    evidence: [
      {
        kind: 'international_report',
        reference: 'Northern Labor Conference, progress note of August 2026',
        address: 'https://forum.example/nlc/2026/progress',
        publishedOn: '2026-08-15',
      },
    ],
  }),
  commandExample(FulfilCommitment, {
    commitmentId: 'OTHER-NLC-2026-4-C01',
    occurredOn: '2026-08-21',
    explanation: 'The registers are public and complete.',
  }),
  commandExample(LapseCommitment, {
    commitmentId: 'ENG-0H34-6KJ5-P1',
    occurredOn: '2026-08-01',
    explanation: 'By the end of July no draft was before parliament.',
  }),
  commandExample(WithdrawCommitment, {
    commitmentId: 'ENG-0H34-6KJ5-P2',
    occurredOn: '2026-08-25',
    explanation: 'The Ministry of Finance took it back.',
  }),
];
