import { RebuildState } from '@demarche/contracts';
import { endOf } from '../projections/describe-rebuild.ts';
import { answersPeople, type Check, isBeyondRecord, partsOf, type Readiness, recordsAll } from '../server/readiness.ts';

const words: Readonly<Record<string, string>> & { readonly warn: string } = {
  pass: 'ready',
  warn: 'ready, but somebody should look',
  fail: 'not ready',
  stopping: 'stopping',
};

/** Whether it is ready, each check in a line, what is wrong with it and its parts below it, and what to do. */
export const describeReadiness = (url: string, readiness: Readiness): readonly string[] => [
  `Demarche at ${url} is ${stateOf(readiness)}.`,
  ...Object.entries(readiness.checks).flatMap(([name, check]) => linesOf(name, check, '  ')),
  ...advice(readiness.checks, readiness.status),
];

const stateOf = (readiness: Readiness): string => {
  const { status } = readiness;
  if (isBeyondRecord(readiness)) return 'not ready: it answers, and what it shows may not be on record';
  if (status !== 'warn') return words[status] ?? status;
  if (!answersPeople(readiness)) return 'not ready: it has pages, and no gateway that could answer them';
  return recordsAll(readiness) ? words.warn : 'ready to be read, and not everything can be recorded';
};

const linesOf = (name: string, check: Check, indent: string): readonly string[] => {
  const parts = partsOf(check);
  const { status, ...details } = check;
  const said = Object.entries(details)
    .filter(([key, value]) => isWorthSaying(key, value, parts.length > 0))
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const reasons = REASONS.flatMap((key) => check[key] ?? []);
  return [
    `${indent}${name}: ${[status, ...said].join(', ')}`,
    ...reasons.map((reason) => `${indent}  ${reason}`),
    ...parts.flatMap(([part, its]) => linesOf(part, its, `${indent}  `)),
  ];
};

/** By which of its fields a check says why it is not well. */
const REASONS = ['trouble', 'error', 'catchingUp'];
/** What is said in other words. */
const UNSAID = ['rebuild', 'answers', 'beyondRecord', 'records', ...REASONS];

const isWorthSaying = (key: string, value: unknown, hasParts: boolean): boolean =>
  value !== null && !UNSAID.includes(key) && !(hasParts && Array.isArray(value));

/** What stands behind the numbers of the views, and what to do about it; else where more can be learnt. */
const advice = (checks: Readiness['checks'], status: string): readonly string[] => {
  const onViews = adviceOnViews(checks['projections']);
  const isUnwell = status === 'warn' || status === 'fail';
  return onViews.length === 0 && isUnwell && hasDoctor(checks) ? [ASK_THE_DOCTOR] : onViews;
};

/** A service behind the gateway lets nobody sign in who could ask its doctor; what it says of itself is all there is. */
const hasDoctor = ({ gateway, projections, feed }: Readiness['checks']): boolean =>
  gateway !== undefined || (projections !== undefined && feed === undefined);

const adviceOnViews = (views: Check | undefined): readonly string[] => {
  const rebuild = RebuildState.safeParse(views?.['rebuild']);
  const parked = Number(views?.['parked'] ?? 0);
  return [...(rebuild.success ? [endOf(rebuild.data)] : []), ...(parked > 0 ? [parkedLine(parked)] : [])];
};

const parkedLine = (parked: number): string =>
  `${parked === 1 ? 'One record is' : `${parked} records are`} not up to date: "demarche projections parked" says which and why.`;

const ASK_THE_DOCTOR = '"demarche doctor" says what needs a hand.';
