import type { naiveEngagements } from './naive-engagements.ts';
import type { naiveReports } from './naive-reports.ts';
import { type DataOf, place, sortedBy, type Told } from './naive-told.ts';

type Entry = readonly [on: string, position: number, id: string];
type Engagements = ReturnType<typeof naiveEngagements>;

export interface NaiveAction {
  readonly data: DataOf<'ConcreteActionRecorded'> | DataOf<'ConcreteActionCorrected'>;
  readonly first: number;
}

export type NaiveActions = ReadonlyMap<string, NaiveAction>;

interface Parts {
  readonly told: Told;
  readonly day: string;
  readonly reports: ReturnType<typeof naiveReports>;
  readonly engagements: Engagements;
  readonly actions: NaiveActions;
  readonly withdrawn: ReadonlySet<string>;
}

const overdue = ({ endOf }: Engagements, day: string, { data, position }: Engagements['promises'][number]): Entry[] => {
  const end = endOf(data.promiseId);
  if (data.dueOn === null || data.dueOn >= day || end?.type === 'CommitmentWithdrawn') return [];
  return end && end.data.occurredOn <= data.dueOn ? [] : [[data.dueOn, position, `${data.promiseId}-overdue`]];
};

const ofRecords = ({ told, reports, actions, engagements }: Parts, country: string): Entry[] => [
  ...[...reports.reports]
    .filter(([, report]) => report.country === country)
    .map(([id, { on, first }]): Entry => [on, first, id]),
  ...[...engagements.engagements]
    .filter(([, { countries }]) => countries.includes(country))
    .map(([id, { on, first }]): Entry => [on, first, id]),
  ...[...actions]
    .filter(([, { data }]) => data.country === country)
    .map(([id, { data, first }]): Entry => [data.occurredOn, first, id]),
  ...told
    .of('GovernmentResponseRecorded')
    .map(({ data, position }): Entry => [data.occurredOn, position, data.responseId]),
  ...told
    .of('ImplementationAssessed')
    .map(({ data, position }): Entry => [data.occurredOn, position, data.assessmentId]),
  ...told.of('RecommendationClosed').map(({ data, position }): Entry => [data.occurredOn, position, data.closureId]),
];

const ofCommitments = ({ told, day, engagements }: Parts, country: string): Entry[] => {
  const promises = engagements.promises.filter(({ data }) => data.country === country);
  const made = promises.map(
    ({ data, position }): Entry => [engagements.engagements.get(data.engagementId)?.on ?? '', position, data.promiseId],
  );
  const followed = [...engagements.ends, ...told.of('DeliveryReviewed')].filter(({ data }) =>
    promises.some((promise) => promise.data.promiseId === data.commitmentId),
  );
  return [
    ...made,
    ...promises.flatMap((promise) => overdue(engagements, day, promise)),
    ...followed.map(({ data, position, eventId }): Entry => [data.occurredOn, position, eventId]),
    ...engagements.commitments.map(({ on, position, commitmentId }): Entry => [on, position, commitmentId]),
  ];
};

/** The ids of a country's timeline, newest first. */
export const naiveTimeline = (parts: Parts, country: string): string[] => {
  const isOfAnother = (id: string): boolean => /^X..-/.test(id) && !id.startsWith(country);
  const entries = [...ofRecords(parts, country), ...ofCommitments(parts, country)].filter(
    ([on, , id]) => on <= parts.day && !parts.withdrawn.has(id) && !isOfAnother(id),
  );
  return sortedBy(entries, ([on, position, id]) => `${place(on, position)} ${id}`)
    .reverse()
    .map(([, , id]) => id);
};
