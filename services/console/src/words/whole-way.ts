import type { Recommendation } from '../graphql/answers.ts';

type Implementation = Recommendation['implementation'];
type Promised = Recommendation['promises'][number];

/** What is known of one year’s recommendation on the way. */
export type Leg = Pick<
  Recommendation,
  'reference' | 'reportYear' | 'issuedOn' | 'raised' | 'response' | 'promises' | 'actions' | 'implementation'
>;

/** The assessment that was made last before this period’s, under this reference or that of a year before. */
export interface EarlierAssessment {
  readonly reference: string;
  readonly assessment: NonNullable<Implementation['lastPeriod']>;
}

/** The way of what is asked, from the report that asked it first; each report gives it another reference. */
export interface WholeWay {
  readonly firstIssuedOn: string;
  readonly firstYear: number;
  readonly raised: Recommendation['raised'];
  readonly response: Recommendation['response'];
  /** Each once, the one due first in front; those without a due day at the end. */
  readonly promises: readonly Promised[];
  /** The count is null where one action may stand under several references. */
  readonly actions: { readonly count: number | null; readonly lastOn: string | null };
  readonly earlier: EarlierAssessment | null;
}

/** The element with the greatest key; the last of equals. Null where none has a key. */
const newest = <Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Item | null =>
  items.reduce<Item | null>((best, item) => {
    const key = keyOf(item);
    return key !== null && (best === null || key >= (keyOf(best) ?? '')) ? item : best;
  }, null);

const raisedOn = (legs: readonly Leg[]): Recommendation['raised'] => {
  const last = newest(legs, ({ raised }) => raised.lastOn)?.raised;
  return {
    times: legs.reduce((times, { raised }) => times + raised.times, 0),
    lastOn: last?.lastOn ?? null,
    lastReception: last?.lastReception ?? null,
  };
};

const dueFirst = (one: Promised, other: Promised): number => {
  const [day = '9999', otherDay = '9999'] = [one.dueOn ?? undefined, other.dueOn ?? undefined];
  return day < otherDay ? -1 : Number(day > otherDay);
};

const promisesOn = (legs: readonly Leg[]): readonly Promised[] =>
  [
    ...new Map(legs.flatMap(({ promises }) => promises).map((promise) => [promise.commitmentId, promise])).values(),
  ].sort(dueFirst);

const actionsOn = (legs: readonly Leg[]): WholeWay['actions'] => {
  const acted = legs.filter(({ actions }) => actions.count > 0);
  return {
    count: acted.length > 1 ? null : (acted[0]?.actions.count ?? 0),
    lastOn: newest(acted, ({ actions }) => actions.lastOn)?.actions.lastOn ?? null,
  };
};

const assessmentsOf = ({ reference, implementation }: Leg, own: boolean): EarlierAssessment[] =>
  [implementation.lastPeriod, own ? null : implementation.assessment]
    .filter((assessment) => assessment !== null)
    .map((assessment) => ({ reference, assessment }));

/** From the legs of the way, oldest first; the last is the recommendation itself. */
export const wholeWay = (earlierLegs: readonly Leg[], own: Leg): WholeWay => {
  const legs = [...earlierLegs, own];
  const first = legs[0] ?? own;
  const assessments = legs.flatMap((leg) => assessmentsOf(leg, leg === own));
  return {
    firstIssuedOn: first.issuedOn,
    firstYear: first.reportYear,
    raised: raisedOn(legs),
    response:
      newest(legs, ({ response }) => (response.value === 'none_yet' ? null : response.occurredOn))?.response ??
      own.response,
    promises: promisesOn(legs),
    actions: actionsOn(legs),
    earlier: newest(assessments, ({ assessment }) => `${assessment.reportingPeriod} ${assessment.occurredOn}`),
  };
};

/** Which period an assessment before was made for, as seen from the period of the day. */
export const earlierPeriod = ({ assessment }: EarlierAssessment, period: number): string => {
  if (assessment.reportingPeriod === period) return 'this period';
  return assessment.reportingPeriod === period - 1 ? 'last period' : `period of ${assessment.reportingPeriod}`;
};
