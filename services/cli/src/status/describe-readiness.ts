import { RebuildState } from '@demarche/contracts';
import { endOf } from '../projections/describe-rebuild.ts';
import { answersPeople, type Check, partsOf, type Readiness } from '../server/readiness.ts';

const words: Readonly<Record<string, string>> = {
  pass: 'ready',
  warn: 'ready, but somebody should look',
  fail: 'not ready',
  stopping: 'stopping',
};

/** Whether it is ready, each check in a line, the parts of a check below it, and what to do. */
export const describeReadiness = (url: string, readiness: Readiness): readonly string[] => [
  `Demarche at ${url} is ${stateOf(readiness)}.`,
  ...Object.entries(readiness.checks).flatMap(([name, check]) => linesOf(name, check, '  ')),
  ...advice(readiness.checks, readiness.status),
];

const stateOf = (readiness: Readiness): string => {
  const { status } = readiness;
  const pagesAlone = status === 'warn' && !answersPeople(readiness);
  return pagesAlone ? 'not ready: it has pages, and no gateway that could answer them' : (words[status] ?? status);
};

const linesOf = (name: string, check: Check, indent: string): readonly string[] => {
  const parts = partsOf(check);
  const { status, ...details } = check;
  const said = Object.entries(details)
    .filter(([key, value]) => isWorthSaying(key, value, parts.length > 0))
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [
    `${indent}${name}: ${[status, ...said].join(', ')}`,
    ...parts.flatMap(([part, its]) => linesOf(part, its, `${indent}  `)),
  ];
};

const isWorthSaying = (key: string, value: unknown, hasParts: boolean): boolean =>
  value !== null && key !== 'rebuild' && key !== 'answers' && !(hasParts && Array.isArray(value));

/** What stands behind the numbers of the views, and what to do about it; else where more can be learnt. */
const advice = (checks: Readiness['checks'], status: string): readonly string[] => {
  const onViews = adviceOnViews(checks['projections']);
  return onViews.length === 0 && (status === 'warn' || status === 'fail') ? [ASK_THE_DOCTOR] : onViews;
};

const adviceOnViews = (views: Check | undefined): readonly string[] => {
  const rebuild = RebuildState.safeParse(views?.['rebuild']);
  const parked = Number(views?.['parked'] ?? 0);
  return [...(rebuild.success ? [endOf(rebuild.data)] : []), ...(parked > 0 ? [parkedLine(parked)] : [])];
};

const parkedLine = (parked: number): string =>
  `${parked === 1 ? 'One record is' : `${parked} records are`} not up to date: "demarche projections parked" says which and why.`;

const ASK_THE_DOCTOR = '"demarche doctor" says what needs a hand.';
