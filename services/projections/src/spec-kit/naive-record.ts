import { type RecordableEvent, type RecordedEvent, reportingPeriodOf } from '@demarche/contracts';
import { matchWordings } from '../wordings/match-wordings.ts';

/** The simplest reading of the rules: everything recorded by a position is folded in memory, and then asked about a day. */
type Event = RecordableEvent & { readonly position: number; readonly eventId: string };
type Data<Type extends RecordableEvent['type']> = Extract<RecordableEvent, { type: Type }>['data'];

interface Report {
  readonly country: string;
  readonly year: number;
  readonly on: string;
  readonly tier: string | null;
  readonly items: Data<'CountryReportPublished'>['recommendations'];
  readonly everListed: readonly string[];
  readonly first: number;
}

export interface NaiveRecommendation {
  readonly recordState: string;
  readonly succeededBy: string | null;
  readonly response: string;
  readonly status: string;
  readonly lastPeriod: string | null;
  readonly raised: number;
  readonly actions: number;
  readonly promises: readonly string[];
  readonly askedYears: number;
}

const by = <Item>(items: readonly Item[], key: (item: Item) => string | number): Item[] =>
  [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1));

export const naiveRecord = (recorded: readonly RecordedEvent[], systemPosition: number, day: string) => {
  const events = recorded
    .filter(({ position }) => position <= systemPosition)
    .map(({ type, data, position, eventId }) => ({ type, data, position, eventId }) as unknown as Event);
  const of = <Type extends RecordableEvent['type']>(...types: Type[]) =>
    events.filter((event) => (types as string[]).includes(event.type)) as (Extract<RecordableEvent, { type: Type }> & {
      position: number;
      eventId: string;
    })[];

  const reports = new Map<string, Report>();
  for (const { data, position } of of('CountryReportPublished', 'CountryReportCorrected')) {
    const before = reports.get(data.reportId);
    const listed = data.recommendations.map(({ reference }) => reference);
    reports.set(data.reportId, {
      country: data.country,
      year: data.reportYear,
      on: data.occurredOn,
      tier: data.tier?.value ?? null,
      items: data.recommendations,
      everListed: [...new Set([...(before?.everListed ?? []), ...listed])],
      first: before?.first ?? position,
    });
  }
  const held = by(
    [...reports.values()].filter(({ on }) => on <= day),
    ({ year }) => year,
  );
  const reportsOf = (country: string): Report[] => held.filter((report) => report.country === country);

  const previousOf = new Map<string, string | null>();
  for (const country of new Set(held.map((report) => report.country))) {
    const listed = reportsOf(country).filter(({ items }) => items.length > 0);
    listed.forEach(({ items }, index) => {
      for (const { reference, previous } of matchWordings(items, listed[index - 1]?.items ?? []))
        previousOf.set(reference, previous);
    });
  }
  const askedYears = (reference: string): number => {
    const previous = previousOf.get(reference);
    return previous ? 1 + askedYears(previous) : 1;
  };

  const withdrawn = new Set<string>(of('EntryWithdrawn').map(({ data }) => data.entryId));
  const engagements = new Map<string, { on: string; countries: readonly string[]; first: number }>();
  for (const { data, position } of of('EngagementLogged', 'EngagementCorrected')) {
    const first = engagements.get(data.engagementId)?.first ?? position;
    engagements.set(data.engagementId, { on: data.occurredOn, countries: data.countries, first });
  }
  for (const { data } of of('EngagementWithdrawn')) engagements.delete(data.engagementId);
  const engagementHeld = (id: string): boolean => (engagements.get(id)?.on ?? '9999') <= day;

  const actions = new Map<
    string,
    { data: Data<'ConcreteActionRecorded'> | Data<'ConcreteActionCorrected'>; first: number }
  >();
  for (const { data, position } of of('ConcreteActionRecorded', 'ConcreteActionCorrected')) {
    actions.set(data.actionId, { data, first: actions.get(data.actionId)?.first ?? position });
  }
  for (const { data } of of('ConcreteActionWithdrawn')) actions.delete(data.actionId);
  const actionsHeld = [...actions.values()].filter(({ data }) => data.occurredOn <= day);

  const promises = of('PromiseMade').filter(({ data }) => engagementHeld(data.engagementId));
  const ends = of('CommitmentFulfilled', 'CommitmentLapsed', 'CommitmentWithdrawn');
  const states = {
    CommitmentFulfilled: 'fulfilled',
    CommitmentLapsed: 'lapsed',
    CommitmentWithdrawn: 'withdrawn',
  } as const;
  const endOf = (id: string) => ends.find(({ data }) => data.commitmentId === id && data.occurredOn <= day);
  const stateOf = (id: string): string => {
    const end = endOf(id);
    return end ? states[end.type] : 'open';
  };

  type Entry = {
    readonly id: string;
    readonly reference: string;
    readonly occurredOn: string;
    readonly position: number;
  };
  const last = <Found extends Entry>(entries: readonly Found[], reference: string): Found | undefined =>
    by(
      entries.filter((entry) => entry.reference === reference && entry.occurredOn <= day && !withdrawn.has(entry.id)),
      ({ occurredOn, position }) => `${occurredOn} ${String(position).padStart(9, '0')}`,
    ).at(-1);
  const responses = of('GovernmentResponseRecorded').map(({ data, position }) => ({
    ...data,
    id: data.responseId,
    position,
  }));
  const assessments = of('ImplementationAssessed').map(({ data, position }) => ({
    ...data,
    id: data.assessmentId,
    position,
  }));
  const closures = of('RecommendationClosed').map(({ data, position }) => ({ ...data, id: data.closureId, position }));

  const recommendation = (reference: string): NaiveRecommendation | null => {
    const report = held.find(({ everListed }) => everListed.includes(reference));
    if (!report) return null;
    const succeededBy = [...previousOf].find(([, previous]) => previous === reference)?.[0] ?? null;
    const recordState = (): string => {
      if (!report.items.some((item) => item.reference === reference)) return 'withdrawn';
      if (last(closures, reference)) return 'closed';
      if (reportsOf(report.country).at(-1) === report) return 'issued';
      return succeededBy ? 'carried_forward' : 'superseded';
    };
    const period = reportingPeriodOf(day);
    return {
      recordState: recordState(),
      succeededBy,
      response: last(responses, reference)?.response ?? 'none_yet',
      status:
        last(
          assessments.filter(({ reportingPeriod }) => reportingPeriod === period),
          reference,
        )?.status ?? 'not_assessed',
      lastPeriod:
        last(
          assessments.filter(({ reportingPeriod }) => reportingPeriod < period),
          reference,
        )?.id ?? null,
      raised: of('RecommendationRaised').filter(
        ({ data }) => data.reference === reference && engagementHeld(data.engagementId),
      ).length,
      actions: actionsHeld.filter(({ data }) => data.recommendations.some((each) => each === reference)).length,
      promises: promises
        .filter(({ data }) => data.recommendations.some((each) => each === reference))
        .map(({ data }) => `${data.promiseId} ${stateOf(data.promiseId)}`)
        .sort(),
      askedYears: askedYears(reference),
    };
  };

  const instrumentDays = new Map<string, string>();
  for (const { data } of of('ForumInstrumentRecorded', 'ForumInstrumentCorrected'))
    instrumentDays.set(data.instrumentId, data.occurredOn);
  const promiseHeld = new Set<string>(promises.map(({ data }) => data.promiseId));

  /** The ids of a country's timeline, newest first. */
  const timeline = (country: string): string[] => {
    const entries: [on: string, position: number, id: string][] = [];
    for (const [id, report] of reports) if (report.country === country) entries.push([report.on, report.first, id]);
    for (const [id, { on, countries, first }] of engagements)
      if (countries.includes(country)) entries.push([on, first, id]);
    for (const [id, { data, first }] of actions)
      if (data.country === country) entries.push([data.occurredOn, first, id]);
    for (const { data, position } of of('GovernmentResponseRecorded'))
      entries.push([data.occurredOn, position, data.responseId]);
    for (const { data, position } of of('ImplementationAssessed'))
      entries.push([data.occurredOn, position, data.assessmentId]);
    for (const { data, position } of of('RecommendationClosed'))
      entries.push([data.occurredOn, position, data.closureId]);
    for (const { data, position } of promises.filter((each) => each.data.country === country)) {
      entries.push([engagements.get(data.engagementId)?.on ?? '', position, data.promiseId]);
      const end = endOf(data.promiseId);
      const late = data.dueOn !== null && data.dueOn < day && (end === undefined || end.data.occurredOn > data.dueOn);
      if (late && end?.type !== 'CommitmentWithdrawn')
        entries.push([data.dueOn ?? '', position, `${data.promiseId}-overdue`]);
    }
    for (const { data, position, eventId } of [...ends, ...of('DeliveryReviewed')]) {
      if (promiseHeld.has(data.commitmentId) && data.countries.some((each) => each === country))
        entries.push([data.occurredOn, position, eventId]);
    }
    for (const { data, position } of of('ForumInstrumentRecorded')) {
      for (const { commitmentId } of data.commitments)
        entries.push([instrumentDays.get(data.instrumentId) ?? '', position, commitmentId]);
    }
    const ours = entries.filter(
      ([on, , id]) => on <= day && !withdrawn.has(id) && (!/^X..-/.test(id) || id.startsWith(country)),
    );
    return by(ours, ([on, position, id]) => `${on} ${String(position).padStart(9, '0')} ${id}`)
      .reverse()
      .map(([, , id]) => id);
  };

  /** What one of us took on at the engagement moves with its day. */
  const followUps = new Map<string, { engagement: string; on: string }>();
  for (const event of events) {
    if (event.type === 'FollowUpAssigned')
      followUps.set(event.data.followUpId, { engagement: event.data.engagementId, on: event.data.occurredOn });
    if (event.type !== 'EngagementCorrected') continue;
    const before = events.findLast(
      (each) =>
        each.position < event.position &&
        'engagementId' in each.data &&
        each.data.engagementId === event.data.engagementId &&
        'post' in each.data,
    );
    for (const followUp of followUps.values()) {
      if (followUp.engagement === event.data.engagementId && followUp.on === before?.data.occurredOn)
        followUp.on = event.data.occurredOn;
    }
  }
  const done = new Set<string>(
    of('FollowUpCompleted')
      .filter(({ data }) => data.occurredOn <= day)
      .map(({ data }) => data.followUpId),
  );
  const isOpen = ([id, { engagement, on }]: [string, { engagement: string; on: string }], country: string): boolean =>
    on <= day &&
    !done.has(id) &&
    engagementHeld(engagement) &&
    (engagements.get(engagement)?.countries.includes(country) ?? false);

  const forumCommitments = of('ForumInstrumentRecorded').flatMap(({ data }) =>
    (instrumentDays.get(data.instrumentId) ?? '9999') <= day ? data.commitments : [],
  );
  /** How much is open in a country: promises and forum commitments, and follow-ups of ours. */
  const openItems = (country: string): { readonly promises: number; readonly followUps: number } => ({
    promises:
      promises.filter(({ data }) => data.country === country && stateOf(data.promiseId) === 'open').length +
      forumCommitments.filter(({ countries }) => countries.some((each) => each === country)).length,
    followUps: [...followUps].filter((each) => isOpen(each, country)).length,
  });

  /** The engagements with a country, newest first. */
  const log = (country: string): string[] =>
    by(
      [...engagements].filter(([, { on, countries }]) => on <= day && countries.includes(country)),
      ([, { on, first }]) => `${on} ${String(first).padStart(9, '0')}`,
    )
      .reverse()
      .map(([id]) => id);

  const references = [...new Set([...reports.values()].flatMap(({ everListed }) => everListed))].sort();
  return {
    references,
    recommendation,
    timeline,
    openItems,
    log,
    tiers: (country: string) => reportsOf(country).map(({ year, tier }) => ({ year, tier })),
    isHeld: (country: string) => JSON.stringify(events).includes(`"${country}"`),
  };
};
