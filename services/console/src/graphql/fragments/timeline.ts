import type { Connection, TimelineEntry } from '../answers.ts';
import { EvidenceFields } from './evidence.ts';
import { TierPlacementFields } from './tier.ts';

/** Every kind of entry; fields of `by` are written out, for documents that have officers of their own. */
export const TimelineFields = /* GraphQL */ `
  ${EvidenceFields}
  ${TierPlacementFields}
  fragment TimelineFields on TimelineConnection {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      type: __typename
      id side occurredOn recordedAt position countries recommendations pillars correctedAt
      by: recordedBy { id: officerId name role post }
      ... on ReportPublishedEntry { reportId reportYear occurredOnBasis tier { ...TierPlacementFields } recommendationCount lineage { same reworded new } report { section } }
      ... on EngagementEntry { engagementId channel deliveryForm place post counterparts { name title body } summary raised { reference reception note } engagement { marking } }
      ... on ResponseEntry { reference responseId response comment respondent }
      ... on PromiseEntry { commitmentId engagementId wording dueOn responsibleBody madeBy state overdue }
      ... on PromiseOverdueEntry { commitmentId wording dueOn responsibleBody daysOverdue }
      ... on ConcreteActionEntry { actionId description responsibleBody evidence { ...EvidenceFields } }
      ... on AssessmentEntry { reference assessmentId reportingPeriod status previousStatus rationale signedOff { by { id: officerId name role post } occurredOn } }
      ... on ClosureEntry { reference closureId reason explanation }
      ... on DeliveryReviewEntry { commitmentId commitmentKind wording delivery rationale evidence { ...EvidenceFields } }
      ... on CommitmentEndedEntry { commitmentId commitmentKind wording state explanation }
      ... on ForumCommitmentEntry { commitmentId forum documentSymbol paragraph wording dueOn }
    }
  }`;

export type AnsweredTimeline = Connection<Omit<TimelineEntry, 'kind'> & { readonly type: string }>;

/** Whether an entry of it stands for a record that is Sensitive But Unclassified. */
export const holdsSensitive = ({ nodes }: AnsweredTimeline): boolean =>
  nodes.some((node) => (node as { engagement?: { marking: string } | null }).engagement?.marking === 'SBU');

/** `ConcreteActionEntry` is an entry of kind `concrete-action`. */
const kindOf = (type: string): string =>
  type
    .replace(/Entry$/, '')
    .replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();

export const entriesOf = ({ nodes }: AnsweredTimeline): TimelineEntry[] =>
  nodes.map(({ type, ...entry }) => ({ ...entry, kind: kindOf(type) }) as unknown as TimelineEntry);
