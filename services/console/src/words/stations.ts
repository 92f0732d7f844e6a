import {
  closureReasons,
  governmentResponses,
  implementationStatuses,
  receptions,
} from '@demarche/contracts/vocabularies';
import type { Recommendation } from '../graphql/answers.ts';
import { counted, dayInWords, shortDay } from './days.ts';
import { earlierPeriod, type WholeWay } from './whole-way.ts';

/** One of the seven stations from issue to outcome. */
export interface Station {
  readonly name: string;
  /** Reached, not reached, or reached and in trouble. */
  readonly state: 'reached' | 'open' | 'overdue';
  /** Its date, or what is missing. */
  readonly detail: string;
}

type Journey = Pick<Recommendation, 'reference' | 'implementation' | 'closure' | 'recordState' | 'succeededBy'>;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const issued = ({ firstIssuedOn }: WholeWay): Station => ({
  name: 'Issued',
  state: 'reached',
  detail: dayInWords(firstIssuedOn),
});

const raised = ({ raised: { times, lastOn, lastReception } }: WholeWay, day: string): Station => {
  if (!times || !lastOn) return { name: 'Raised', state: 'open', detail: 'not yet raised' };
  const reception = lastReception ? `, ${lower(receptions[lastReception])}` : '';
  return {
    name: 'Raised',
    state: 'reached',
    detail: `${counted(times, 'time')}, last ${shortDay(lastOn, day)}${reception}`,
  };
};

const response = ({ response: { value, occurredOn } }: WholeWay, day: string): Station =>
  occurredOn && value !== 'none_yet'
    ? {
        name: 'Response',
        state: 'reached',
        detail: `${lower(governmentResponses[value])}, ${shortDay(occurredOn, day)}`,
      }
    : { name: 'Response', state: 'open', detail: 'no response yet' };

const promise = ({ promises }: WholeWay, day: string): Station => {
  const open = promises.filter((one) => one.state === 'open');
  const overdue = open.find((one) => one.overdue);
  if (overdue?.dueOn)
    return { name: 'Promise', state: 'overdue', detail: `due ${shortDay(overdue.dueOn, day)}, overdue` };
  const next = open[0];
  if (next)
    return {
      name: 'Promise',
      state: 'reached',
      detail: next.dueOn ? `due ${shortDay(next.dueOn, day)}` : 'made, no due date',
    };
  const last = promises.at(-1);
  return last
    ? { name: 'Promise', state: 'reached', detail: last.state }
    : { name: 'Promise', state: 'open', detail: 'none made' };
};

const action = ({ actions: { count, lastOn } }: WholeWay, day: string): Station => {
  if (!lastOn) return { name: 'Action', state: 'open', detail: 'none recorded' };
  const last = `last ${shortDay(lastOn, day)}`;
  return { name: 'Action', state: 'reached', detail: count === null ? last : `${counted(count, 'action')}, ${last}` };
};

const assessment = ({ reference, implementation }: Journey, { earlier }: WholeWay): Station => {
  const { assessment: held, status, reportingPeriod } = implementation;
  if (held) return { name: 'Assessment', state: 'reached', detail: lower(implementationStatuses[status]) };
  if (!earlier) return { name: 'Assessment', state: 'open', detail: 'not assessed' };
  const under = earlier.reference === reference ? '' : ` (${earlier.reference})`;
  const said = lower(implementationStatuses[earlier.assessment.status]);
  return {
    name: 'Assessment',
    state: 'open',
    detail: `${earlierPeriod(earlier, reportingPeriod)}: ${said}${under}`,
  };
};

const outcome = ({ closure, recordState, succeededBy }: Journey, day: string): Station => {
  if (closure) {
    return {
      name: 'Outcome',
      state: 'reached',
      detail: `${lower(closureReasons[closure.reason].replace('Closed: ', ''))}, ${shortDay(closure.occurredOn, day)}`,
    };
  }
  if (recordState === 'withdrawn') return { name: 'Outcome', state: 'reached', detail: 'withdrawn' };
  return { name: 'Outcome', state: 'open', detail: succeededBy ? `carried on by ${succeededBy}` : 'open' };
};

/** The seven stations of the whole way, each with its date or what is missing; `day` is the day on which it is read. */
export const stationsOf = (journey: Journey, way: WholeWay, day: string): Station[] => [
  issued(way),
  raised(way, day),
  response(way, day),
  promise(way, day),
  action(way, day),
  assessment(journey, way),
  outcome(journey, day),
];
