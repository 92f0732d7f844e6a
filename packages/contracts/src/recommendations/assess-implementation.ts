import { z } from 'zod';
import { defineCommand, type InputOf } from '../catalogue/define-command.ts';
import { defineEvent, type EventOf } from '../catalogue/define-event.ts';
import { eachOnce } from '../values/each-once.ts';
import { ActionId, CountryCode, EntryId, RecommendationReference } from '../values/identifiers.ts';
import { Officer } from '../values/people.ts';
import { Paragraph } from '../values/text.ts';
import { IsoDate, ReportingPeriod } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { implementationStatuses } from '../vocabularies/index.ts';

/** What an assessment rests on: concrete actions of the period, or the finding that there were none. */
export const AssessmentBasis = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('concrete_actions'), actions: eachOnce(ActionId).min(1).max(50) }),
  z.object({ kind: z.literal('no_action_finding'), finding: Paragraph }),
]);
export type AssessmentBasis = z.infer<typeof AssessmentBasis>;

export const AssessedStatus = vocabulary(implementationStatuses).exclude(['not_assessed']);
export type AssessedStatus = z.infer<typeof AssessedStatus>;

export const AssessImplementation = defineCommand({
  name: 'assess-implementation',
  service: 'recommendations',
  path: '/recommendations/:reference/assessments',
  doc: 'Judges how far a recommendation was implemented in a reporting period, on the concrete actions of that period.',
  input: z.strictObject({
    reference: RecommendationReference,
    reportingPeriod: ReportingPeriod,
    /** The day as of which the judgement holds; it lies in the reporting period. */
    occurredOn: IsoDate,
    status: AssessedStatus,
    rationale: Paragraph,
    basis: AssessmentBasis,
  }),
  rejections: {
    'recommendation-unknown': 'No such recommendation is on record',
    'recommendation-closed': 'The recommendation is closed',
    'occurred-in-the-future': 'The day given lies in the future',
    'occurred-before-issue': 'The day given lies before the recommendation was issued',
    'outside-reporting-period': 'The day of the assessment lies outside the reporting period',
    'concrete-action-unknown': 'An action named is not on record, or was withdrawn',
    'concrete-action-elsewhere': 'An action named was not recorded against this recommendation',
    'no-concrete-action-in-period': 'None of the actions named happened in the reporting period',
    'progress-needs-concrete-action': 'Progress cannot rest on a finding that nothing was done',
    'implemented-needs-evidence': 'None of the actions named has evidence',
    'assessor-is-reporter': 'The assessor reported the actions',
  },
});
export type AssessImplementation = InputOf<typeof AssessImplementation>;

export const ImplementationAssessed = defineEvent({
  type: 'ImplementationAssessed',
  version: 1,
  owner: 'recommendations',
  stream: 'recommendation',
  doc: 'Somebody judged how far a recommendation was implemented in a reporting period, and on what.',
  data: z.object({
    reference: RecommendationReference,
    country: CountryCode,
    assessmentId: EntryId,
    occurredOn: IsoDate,
    reportingPeriod: ReportingPeriod,
    status: AssessedStatus,
    rationale: Paragraph,
    basis: AssessmentBasis,
    assessedBy: Officer,
  }),
  countries: (data) => [data.country],
});
export type ImplementationAssessed = EventOf<typeof ImplementationAssessed>;
