import { z } from 'zod';

const Check = z.looseObject({ status: z.string() });
/** What one part says of itself, whichever part it is. */
export type Check = z.infer<typeof Check>;

/** What `/readyz` answers. Which checks there are depends on what answers: one process with everything, a gateway, a console. */
export const Readiness = z.object({ status: z.string(), checks: z.record(z.string(), Check) });
export type Readiness = z.infer<typeof Readiness>;

/** Whether what people are shown may not be on record: an older backup of it was restored, and the views are not built anew. */
export const isBeyondRecord = ({ checks }: Readiness): boolean =>
  Object.values(checks).some((check) => check['beyondRecord'] === true);

/**
 * Whether people get more than pages, and what is on record: a console is ready while its gateway is not, for its pages say
 * so, and tells in the check of it that nothing can be answered.
 */
export const answersPeople = (readiness: Readiness): boolean =>
  (readiness.status === 'pass' || readiness.status === 'warn') &&
  !isBeyondRecord(readiness) &&
  Object.values(readiness.checks).every((check) => check['answers'] !== false);

/** Whether everything that people send can be recorded: a gateway and a console are ready while it cannot, for all can be read. */
export const recordsAll = ({ checks }: Readiness): boolean =>
  Object.values(checks)
    .flatMap((check) => [check, ...partsOf(check).map(([, part]) => part)])
    .every((part) => part['records'] !== false);

/**
 * What a check says of parts of its own, such as the replicas of the projections, or what is wrong behind a gateway; each
 * without that by which it is called: its name, its address or its place.
 */
export const partsOf = (check: Check): readonly (readonly [name: string, part: Check])[] =>
  Object.values(check).flatMap((value) => {
    const parts = z.array(Check).safeParse(value);
    return parts.success ? parts.data.map(named) : [];
  });

const named = (part: Check, index: number): readonly [string, Check] => {
  const key = ['name', 'address'].find((one) => part[one] !== undefined);
  if (key === undefined) return [String(index + 1), part];
  const { [key]: name, ...rest } = part;
  return [String(name), rest as Check];
};
