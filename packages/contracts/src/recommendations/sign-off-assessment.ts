import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { CountryCode, EntryId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { IsoDate } from '../values/time.ts';

export const SignOffAssessment = defineCommand({
  name: 'sign-off-assessment',
  service: 'recommendations',
  path: '/recommendations/:reference/assessments/:assessmentId/sign-off',
  doc: 'A second person confirms an assessment; without it “implemented” does not close a recommendation.',
  input: z.strictObject({ reference: RecommendationReference, assessmentId: EntryId }),
  rejections: {
    'recommendation-unknown': 'No such recommendation is on record',
    'assessment-unknown': 'No such assessment is on record',
    'assessment-replaced': 'A later assessment has taken its place',
    'basis-withdrawn': 'The actions that the assessment rests on were withdrawn',
    'already-signed-off': 'It was signed off before',
    'sign-off-by-assessor': 'The assessor cannot sign off',
    'role-not-allowed': 'The role does not allow it',
  },
});
export type SignOffAssessment = InputOf<typeof SignOffAssessment>;

export const AssessmentSignedOff = defineEvent({
  type: 'AssessmentSignedOff',
  version: 1,
  owner: 'recommendations',
  stream: 'recommendation',
  doc: 'A second person confirmed an assessment, by its number.',
  data: z.object({
    reference: RecommendationReference,
    country: CountryCode,
    assessmentId: EntryId,
    occurredOn: IsoDate,
    signedOffBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type AssessmentSignedOff = EventOf<typeof AssessmentSignedOff>;
