import { type RecordedEvent, reportingPeriodOf } from '@demarche/contracts';
import { naiveEngagements } from './naive-engagements.ts';
import { type NaiveReport, naiveReports } from './naive-reports.ts';
import { type NaiveAction, type NaiveActions, naiveTimeline } from './naive-timeline.ts';
import { place, sortedBy, type Told, toldBy } from './naive-told.ts';

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

const foldActions = (told: Told): NaiveActions => {
  const actions = new Map<string, NaiveAction>();
  for (const { data, position } of told.of('ConcreteActionRecorded', 'ConcreteActionCorrected')) {
    actions.set(data.actionId, { data, first: actions.get(data.actionId)?.first ?? position });
  }
  for (const { data } of told.of('ConcreteActionWithdrawn')) actions.delete(data.actionId);
  return actions;
};

/** What an entry on a recommendation's record says, by the id under which it can be withdrawn. */
interface Entry {
  readonly id: string;
  readonly reference: string;
  readonly occurredOn: string;
  readonly position: number;
}

const entriesOf = (told: Told) => ({
  responses: told
    .of('GovernmentResponseRecorded')
    .map(({ data, position }) => ({ ...data, id: data.responseId, position })),
  assessments: told
    .of('ImplementationAssessed')
    .map(({ data, position }) => ({ ...data, id: data.assessmentId, position })),
  closures: told.of('RecommendationClosed').map(({ data, position }) => ({ ...data, id: data.closureId, position })),
});

/** The simplest reading of the rules: everything recorded by a position is folded in memory, and then asked about a day. */
export const naiveRecord = (recorded: readonly RecordedEvent[], systemPosition: number, day: string) => {
  const told = toldBy(recorded, systemPosition);
  const period = reportingPeriodOf(day);
  const reports = naiveReports(told, day);
  const engagements = naiveEngagements(told, day);
  const actions = foldActions(told);
  const withdrawn = new Set<string>(told.of('EntryWithdrawn').map(({ data }) => data.entryId));
  const { responses, assessments, closures } = entriesOf(told);
  const last = <Found extends Entry>(entries: readonly Found[], reference: string): Found | undefined =>
    sortedBy(
      entries.filter((entry) => entry.reference === reference && entry.occurredOn <= day && !withdrawn.has(entry.id)),
      ({ occurredOn, position }) => place(occurredOn, position),
    ).at(-1);
  const recordState = (report: NaiveReport, reference: string): string => {
    if (!report.items.some((item) => item.reference === reference)) return 'withdrawn';
    if (last(closures, reference)) return 'closed';
    if (reports.of(report.country).at(-1) === report) return 'issued';
    return reports.successorOf(reference) ? 'carried_forward' : 'superseded';
  };
  const assessedIn = (test: (period: number) => boolean, reference: string) =>
    last(
      assessments.filter(({ reportingPeriod }) => test(reportingPeriod)),
      reference,
    );
  const serves =
    (reference: string) =>
    ({ recommendations }: { readonly recommendations: readonly string[] }): boolean =>
      recommendations.includes(reference);
  const outcomeOf = (reference: string) => ({
    response: last(responses, reference)?.response ?? 'none_yet',
    status: assessedIn((each) => each === period, reference)?.status ?? 'not_assessed',
    lastPeriod: assessedIn((each) => each < period, reference)?.id ?? null,
    raised: told
      .of('RecommendationRaised')
      .filter(({ data }) => data.reference === reference && engagements.isHeld(data.engagementId)).length,
    actions: [...actions.values()].filter(({ data }) => data.occurredOn <= day && serves(reference)(data)).length,
    promises: engagements.promises
      .filter(({ data }) => serves(reference)(data))
      .map(({ data }) => `${data.promiseId} ${engagements.stateOf(data.promiseId)}`)
      .sort(),
  });
  return {
    references: reports.references,
    recommendation: (reference: string): NaiveRecommendation | null => {
      const report = reports.withRecommendation(reference);
      if (!report) return null;
      const succeededBy = reports.successorOf(reference);
      return {
        recordState: recordState(report, reference),
        succeededBy,
        askedYears: reports.askedYears(reference),
        ...outcomeOf(reference),
      };
    },
    timeline: (country: string) => naiveTimeline({ told, day, reports, engagements, actions, withdrawn }, country),
    openItems: engagements.openItems,
    log: engagements.log,
    tiers: (country: string) => reports.of(country).map(({ year, tier }) => ({ year, tier })),
    isHeld: (country: string) => JSON.stringify(told.events).includes(`"${country}"`),
  };
};
