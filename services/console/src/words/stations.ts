import {
  closureReasons,
  governmentResponses,
  implementationStatuses,
  receptions,
} from '@demarche/contracts/vocabularies';
import type { Recommendation } from '../graphql/answers.ts';
import { counted, dayInWords, shortDay } from './days.ts';

/** One of the seven stations from issue to outcome. */
export interface Station {
  readonly name: string;
  /** Reached, not reached, or reached and in trouble. */
  readonly state: 'reached' | 'open' | 'overdue';
  /** Its date, or what is missing. */
  readonly detail: string;
}

type Journey = Pick<
  Recommendation,
  | 'issuedOn'
  | 'reportYear'
  | 'askedYears'
  | 'raised'
  | 'response'
  | 'promises'
  | 'actions'
  | 'implementation'
  | 'closure'
  | 'recordState'
  | 'succeededBy'
>;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const issued = ({ issuedOn, reportYear, askedYears }: Journey): Station => ({
  name: 'Issued',
  state: 'reached',
  detail: askedYears > 1 ? `${dayInWords(issuedOn)}, first asked ${reportYear - askedYears + 1}` : dayInWords(issuedOn),
});

const raised = ({ raised: { times, lastOn, lastReception } }: Journey, day: string): Station => {
  if (!times || !lastOn) return { name: 'Raised', state: 'open', detail: 'not yet raised' };
  const reception = lastReception ? `, ${lower(receptions[lastReception])}` : '';
  return {
    name: 'Raised',
    state: 'reached',
    detail: `${counted(times, 'time')}, last ${shortDay(lastOn, day)}${reception}`,
  };
};

const response = ({ response: { value, occurredOn } }: Journey, day: string): Station =>
  occurredOn && value !== 'none_yet'
    ? {
        name: 'Response',
        state: 'reached',
        detail: `${lower(governmentResponses[value])}, ${shortDay(occurredOn, day)}`,
      }
    : { name: 'Response', state: 'open', detail: 'no response yet' };

const promise = ({ promises }: Journey, day: string): Station => {
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

const action = ({ actions: { count, lastOn } }: Journey, day: string): Station =>
  count && lastOn
    ? { name: 'Action', state: 'reached', detail: `${counted(count, 'action')}, last ${shortDay(lastOn, day)}` }
    : { name: 'Action', state: 'open', detail: 'none recorded' };

const assessment = ({ implementation: { assessment: held, lastPeriod, status } }: Journey): Station => {
  if (held) return { name: 'Assessment', state: 'reached', detail: lower(implementationStatuses[status]) };
  const detail = lastPeriod ? `last period: ${lower(implementationStatuses[lastPeriod.status])}` : 'not assessed';
  return { name: 'Assessment', state: 'open', detail };
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

/** The seven stations, each with its date or what is missing; `day` is the day on which it is read. */
export const stationsOf = (journey: Journey, day: string): Station[] => [
  issued(journey),
  raised(journey, day),
  response(journey, day),
  promise(journey, day),
  action(journey, day),
  assessment(journey),
  outcome(journey, day),
];
