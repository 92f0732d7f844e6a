import { z } from 'zod';
import { AssessmentBasis } from '../recommendations/assess-implementation.ts';
import { Evidence } from '../values/evidence.ts';
import {
  ActionId,
  CommitmentId,
  CountryCode,
  EngagementId,
  EntryId,
  RecommendationReference,
  ReportId,
} from '../values/identifiers.ts';
import { Officer, Participant } from '../values/people.ts';
import { TierPlacement } from '../values/tier-placement.ts';
import { IsoDate, IsoInstant, Position, ReportingPeriod } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import {
  channels,
  closureReasons,
  commitmentKinds,
  commitmentStates,
  deliveryForms,
  deliveryStatuses,
  governmentResponses,
  implementationStatuses,
  pillars,
  receptions,
  timelineSides,
} from '../vocabularies/index.ts';
import { defineQuery } from './define-query.ts';
import { Paging, pageOf } from './paging.ts';

/** What every entry of a timeline carries. */
const entry = {
  /** Stable: the id of the event that made it, or of the record it stands for. */
  id: z.string(),
  side: vocabulary(timelineSides),
  /** When it happened in the world. */
  occurredOn: IsoDate,
  /** When Demarche learned of it. */
  recordedAt: IsoInstant,
  position: Position,
  countries: z.array(CountryCode),
  recommendations: z.array(RecommendationReference),
  pillars: z.array(vocabulary(pillars)),
  by: Officer.nullable(),
  /** Set when the record was corrected since it was made. */
  correctedAt: IsoInstant.nullable(),
};

const kind = <Kind extends string, Shape extends z.ZodRawShape>(name: Kind, shape: Shape) =>
  z.object({ kind: z.literal(name), ...entry, ...shape });

export const TimelineEntry = z.discriminatedUnion('kind', [
  kind('report-published', {
    reportId: ReportId,
    reportYear: z.number().int(),
    occurredOnBasis: z.enum(['stated', 'statutory']),
    tier: TierPlacement.nullable(),
    recommendationCount: z.number().int(),
    lineage: z.object({ same: z.number().int(), reworded: z.number().int(), new: z.number().int() }),
  }),
  kind('engagement', {
    engagementId: EngagementId,
    channel: vocabulary(channels),
    deliveryForm: vocabulary(deliveryForms),
    place: z.string().nullable(),
    post: z.string(),
    counterparts: z.array(Participant),
    summary: z.string(),
    raised: z.array(
      z.object({ reference: RecommendationReference, reception: vocabulary(receptions), note: z.string().nullable() }),
    ),
  }),
  kind('response', {
    reference: RecommendationReference,
    responseId: EntryId,
    response: vocabulary(governmentResponses),
    comment: z.string().nullable(),
    respondent: z.string().nullable(),
  }),
  kind('promise', {
    commitmentId: CommitmentId,
    engagementId: EngagementId,
    wording: z.string(),
    dueOn: IsoDate.nullable(),
    responsibleBody: z.string().nullable(),
    madeBy: z.string().nullable(),
    state: vocabulary(commitmentStates),
    overdue: z.boolean(),
  }),
  /** Stands at the due date of a promise that was still open when it passed. */
  kind('promise-overdue', {
    commitmentId: CommitmentId,
    wording: z.string(),
    dueOn: IsoDate,
    responsibleBody: z.string().nullable(),
    daysOverdue: z.number().int(),
  }),
  kind('concrete-action', {
    actionId: ActionId,
    description: z.string(),
    responsibleBody: z.string().nullable(),
    evidence: z.array(Evidence),
  }),
  kind('assessment', {
    reference: RecommendationReference,
    assessmentId: EntryId,
    reportingPeriod: ReportingPeriod,
    status: vocabulary(implementationStatuses),
    /** What stood before, in the same period; `not_assessed` when nothing did. */
    previousStatus: vocabulary(implementationStatuses),
    rationale: z.string(),
    basis: AssessmentBasis,
    signedOff: z.object({ by: Officer, occurredOn: IsoDate }).nullable(),
  }),
  kind('closure', {
    reference: RecommendationReference,
    closureId: EntryId,
    reason: vocabulary(closureReasons),
    explanation: z.string(),
  }),
  kind('delivery-review', {
    commitmentId: CommitmentId,
    commitmentKind: vocabulary(commitmentKinds),
    wording: z.string(),
    delivery: vocabulary(deliveryStatuses),
    rationale: z.string(),
    evidence: z.array(Evidence),
  }),
  kind('commitment-ended', {
    commitmentId: CommitmentId,
    commitmentKind: vocabulary(commitmentKinds),
    wording: z.string(),
    state: vocabulary(commitmentStates),
    explanation: z.string(),
  }),
  kind('forum-commitment', {
    commitmentId: CommitmentId,
    forum: z.string(),
    documentSymbol: z.string(),
    paragraph: z.string().nullable(),
    wording: z.string(),
    dueOn: IsoDate.nullable(),
  }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;
export type TimelineKind = TimelineEntry['kind'];

export const TimelineFilter = z.strictObject({
  kinds: z.array(z.string()).max(20).optional(),
  pillars: z.array(vocabulary(pillars)).optional(),
  recommendations: z.array(RecommendationReference).max(50).optional(),
});

/** A country’s timeline, or one recommendation’s. */
export const TimelineSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('country'), country: CountryCode }),
  z.strictObject({ kind: z.literal('recommendation'), reference: RecommendationReference }),
]);
export type TimelineSubject = z.infer<typeof TimelineSubject>;

export const Timelines = defineQuery({
  name: 'timelines',
  doc: 'For each subject a page of its timeline, newest first.',
  arguments: z.strictObject({
    subjects: z.array(TimelineSubject).max(1000),
    filter: TimelineFilter.prefault({}),
    ...Paging,
  }),
  result: z.array(pageOf(TimelineEntry)),
});
