import type { EngagementCorrected, ForumInstrumentCorrected, RecordableEvent } from '@demarche/contracts';
import type { ProjectedEvent, Projector, ViewWriter } from '../engine/projector.ts';
import { isCommitmentOf } from '../facts/is-commitment-of.ts';
import { entriesOf } from './entries-of.ts';
import { projectCommitmentEntry } from './project-commitment-entry.ts';
import { timelineIndexes, timelineSchema } from './timeline.schema.ts';
import {
  closeEntries,
  closeOwnEntry,
  firstRecorded,
  isRecommendation,
  keepRoot,
  type NewEntry,
  placeOfRoot,
  type StandingEntry,
  standingEntries,
  writeEntry,
} from './timeline-entries.ts';

const handles = [
  'CountryReportPublished',
  'CountryReportCorrected',
  'GovernmentResponseRecorded',
  'ImplementationAssessed',
  'RecommendationClosed',
  'EntryWithdrawn',
  'ConcreteActionRecorded',
  'ConcreteActionCorrected',
  'ConcreteActionWithdrawn',
  'EngagementLogged',
  'RecommendationRaised',
  'PromiseMade',
  'EngagementCorrected',
  'EngagementWithdrawn',
  'ForumInstrumentRecorded',
  'ForumCommitmentAdded',
  'ForumInstrumentCorrected',
  'DeliveryReviewed',
  'CommitmentFulfilled',
  'CommitmentLapsed',
  'CommitmentWithdrawn',
] as const satisfies readonly RecordableEvent['type'][];

export type Dated = Extract<RecordableEvent, { type: (typeof handles)[number] }>;

/** A corrected record keeps its place among those of its day: the position at which it was first recorded. */
const replace = (writer: ViewWriter, entry: NewEntry, position: number): void => {
  const first = firstRecorded(writer, entry.root);
  closeOwnEntry(writer, entry.root, position);
  writeEntry(writer, entry, position, first);
};

const rewrite = (writer: ViewWriter, rows: readonly StandingEntry[], occurredOn: string, position: number): void => {
  for (const row of rows) {
    const { entry, root, kind, subject } = row;
    writeEntry(writer, { entry, root, kind, occurredOn, subjects: [subject] }, position, {
      position: row.position,
      recordedAt: row.recorded_at,
    });
  }
};

/** The engagement goes to its corrected day and countries; what was raised and promised in it goes along. */
const correctEngagement = (
  writer: ViewWriter,
  { engagementId, occurredOn, countries }: EngagementCorrected['data'],
  position: number,
): void => {
  const first = firstRecorded(writer, engagementId);
  const standing = standingEntries(writer, engagementId, position);
  const own = standing.filter(({ root }) => root === engagementId);
  const raised = own.map(({ subject }) => subject).filter(isRecommendation);
  const promises = standing.filter(({ kind }) => kind === 'promise');
  closeEntries(writer, engagementId, position);
  const entry: NewEntry = {
    entry: engagementId,
    root: engagementId,
    kind: 'engagement',
    occurredOn,
    subjects: [...countries, ...raised],
  };
  writeEntry(writer, entry, position, first);
  rewrite(writer, promises, occurredOn, position);
  const later = standing.filter((row) => row.root !== engagementId && row.kind !== 'promise');
  for (const row of later) rewrite(writer, [row], row.occurred_on, position);
};

/** The text's commitments go to its corrected day; what became of them later stays where it is. */
const correctInstrument = (
  writer: ViewWriter,
  { instrumentId, occurredOn }: ForumInstrumentCorrected['data'],
  position: number,
): void => {
  const standing = standingEntries(writer, instrumentId, position).filter(({ root }) =>
    isCommitmentOf(instrumentId, root),
  );
  const moved = standing.filter(({ kind, occurred_on }) => kind === 'forum-commitment' && occurred_on !== occurredOn);
  for (const { root } of moved) closeOwnEntry(writer, root, position);
  rewrite(writer, moved, occurredOn, position);
};

/** What is raised and promised in an engagement, and what becomes of a commitment, is recorded later. */
const GROWING: ReadonlySet<NewEntry['kind']> = new Set(['engagement', 'promise', 'forum-commitment']);

const open = (writer: ViewWriter, entry: NewEntry, recorded: ProjectedEvent): void => {
  writeEntry(writer, entry, recorded.position, recorded);
  if (GROWING.has(entry.kind)) keepRoot(writer, entry, recorded);
};

const project = (writer: ViewWriter, event: Dated, recorded: ProjectedEvent): void => {
  const { position } = recorded;
  switch (event.type) {
    case 'CountryReportCorrected':
    case 'ConcreteActionCorrected':
      return entriesOf(event).forEach((entry) => replace(writer, entry, position));
    case 'EngagementCorrected':
      return correctEngagement(writer, event.data, position);
    case 'ForumInstrumentCorrected':
      return correctInstrument(writer, event.data, position);
    case 'EntryWithdrawn':
      return closeEntries(writer, event.data.entryId, position);
    case 'ConcreteActionWithdrawn':
      return closeEntries(writer, event.data.actionId, position);
    case 'EngagementWithdrawn':
      return closeEntries(writer, event.data.engagementId, position);
    case 'RecommendationRaised': {
      const { engagementId, reference, occurredOn } = event.data;
      const entry: NewEntry = {
        entry: engagementId,
        root: engagementId,
        kind: 'engagement',
        occurredOn,
        subjects: [reference],
      };
      return writeEntry(writer, entry, position, placeOfRoot(writer, engagementId));
    }
    case 'DeliveryReviewed':
    case 'CommitmentFulfilled':
    case 'CommitmentLapsed':
    case 'CommitmentWithdrawn':
      return projectCommitmentEntry(writer, event, recorded);
    default:
      return entriesOf(event).forEach((entry) => open(writer, entry, recorded));
  }
};

/** What was said and done about a country or a recommendation, in order. */
export const timelineProjector: Projector = {
  view: 'recommendation-timeline',
  version: 2,
  cost: 14,
  schema: timelineSchema,
  indexes: timelineIndexes,
  handles,
  amends: [
    'CountryReportCorrected',
    'EntryWithdrawn',
    'ConcreteActionCorrected',
    'ConcreteActionWithdrawn',
    'EngagementCorrected',
    'EngagementWithdrawn',
    'ForumInstrumentCorrected',
  ],
  project: (writer, recorded) => project(writer, recorded.event as Dated, recorded),
};
