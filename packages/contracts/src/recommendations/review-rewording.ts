import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, ReportId, RewordingId } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate } from '../values/time.ts';

export const ReviewRewording = defineCommand({
  name: 'review-rewording',
  service: 'recommendations',
  path: '/country-reports/:reportId/rewordings/:rewordingId/review',
  doc: 'Decides between the published text and a differing one: adopted, it corrects the report; dismissed, the report stays.',
  input: z.strictObject({
    reportId: ReportId,
    rewordingId: RewordingId,
    decision: z.enum(['adopted', 'dismissed']),
    reason: Paragraph,
  }),
  rejections: {
    'country-report-unknown': 'No report of that country and year is on record',
    'rewording-unknown': 'No such differing text was received',
    'rewording-already-reviewed': 'It was decided before',
    'report-full': 'The list would need more places than a report has',
  },
});
export type ReviewRewording = InputOf<typeof ReviewRewording>;

export const RewordingReviewed = defineEvent({
  type: 'RewordingReviewed',
  version: 1,
  owner: 'recommendations',
  stream: 'countryReport',
  doc: 'Somebody decided whether a differing text of a report is to be taken over.',
  data: z.object({
    reportId: ReportId,
    country: CountryCode,
    rewordingId: RewordingId,
    occurredOn: IsoDate,
    decision: z.enum(['adopted', 'dismissed']),
    reason: Paragraph,
    reviewedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type RewordingReviewed = EventOf<typeof RewordingReviewed>;
