import { place, sortedBy, type Told } from './naive-told.ts';

const STATES = {
  CommitmentFulfilled: 'fulfilled',
  CommitmentLapsed: 'lapsed',
  CommitmentWithdrawn: 'withdrawn',
} as const;

interface Meeting {
  readonly on: string;
  readonly countries: readonly string[];
  readonly first: number;
}

const foldEngagements = (told: Told): ReadonlyMap<string, Meeting> => {
  const engagements = new Map<string, Meeting>();
  for (const { data, position } of told.of('EngagementLogged', 'EngagementCorrected')) {
    const first = engagements.get(data.engagementId)?.first ?? position;
    engagements.set(data.engagementId, { on: data.occurredOn, countries: data.countries, first });
  }
  for (const { data } of told.of('EngagementWithdrawn')) engagements.delete(data.engagementId);
  return engagements;
};

/** What one of us took on at the engagement moves with its day; what was taken on later does not. */
const foldFollowUps = (
  told: Told,
): readonly { readonly id: string; readonly engagement: string; readonly on: string }[] => {
  const days = new Map<string, string>();
  let followUps: { id: string; engagement: string; on: string }[] = [];
  for (const { type, data } of told.of('EngagementLogged', 'EngagementCorrected', 'FollowUpAssigned')) {
    if (type === 'FollowUpAssigned') {
      followUps.push({ id: data.followUpId, engagement: data.engagementId, on: data.occurredOn });
      continue;
    }
    const before = days.get(data.engagementId);
    days.set(data.engagementId, data.occurredOn);
    followUps = followUps.map((each) =>
      each.engagement === data.engagementId && each.on === before ? { ...each, on: data.occurredOn } : each,
    );
  }
  return followUps;
};

export const naiveEngagements = (told: Told, day: string) => {
  const engagements = foldEngagements(told);
  const isHeld = (id: string): boolean => (engagements.get(id)?.on ?? '9999') <= day;
  const promises = told.of('PromiseMade').filter(({ data }) => isHeld(data.engagementId));
  const ends = told.of('CommitmentFulfilled', 'CommitmentLapsed', 'CommitmentWithdrawn');
  const endOf = (id: string) => ends.find(({ data }) => data.commitmentId === id && data.occurredOn <= day);
  const stateOf = (id: string): string => {
    const end = endOf(id);
    return end ? STATES[end.type] : 'open';
  };
  const instrumentDays = new Map<string, string>();
  for (const { data } of told.of('ForumInstrumentRecorded', 'ForumInstrumentCorrected')) {
    instrumentDays.set(data.instrumentId, data.occurredOn);
  }
  const commitments = told.of('ForumInstrumentRecorded').flatMap(({ data, position }) =>
    data.commitments.map((commitment) => ({
      ...commitment,
      position,
      on: instrumentDays.get(data.instrumentId) ?? '',
    })),
  );
  const done = told.of('FollowUpCompleted').filter(({ data }) => data.occurredOn <= day);
  const open = foldFollowUps(told)
    .filter(({ on, engagement }) => on <= day && isHeld(engagement))
    .filter(({ id }) => !done.some(({ data }) => data.followUpId === id));
  const openPromises = (country: string): number =>
    promises.filter(({ data }) => data.country === country && stateOf(data.promiseId) === 'open').length;
  const openCommitments = (country: string): number =>
    commitments.filter(({ on, countries }) => on <= day && countries.some((each) => each === country)).length;
  return {
    engagements,
    promises,
    ends,
    commitments,
    isHeld,
    endOf,
    stateOf,
    /** How much is open in a country: promises and forum commitments, and follow-ups of ours. */
    openItems: (country: string) => ({
      promises: openPromises(country) + openCommitments(country),
      followUps: open.filter(({ engagement }) => engagements.get(engagement)?.countries.includes(country)).length,
    }),
    /** The engagements with a country, newest first. */
    log: (country: string): string[] =>
      sortedBy(
        [...engagements].filter(([, { on, countries }]) => on <= day && countries.includes(country)),
        ([, { on, first }]) => place(on, first),
      )
        .reverse()
        .map(([id]) => id),
  };
};
