import { z } from 'zod';

const Check = z.looseObject({ status: z.string() });
/** What one part says of itself, whichever part it is. */
export type Check = z.infer<typeof Check>;

/** What `/readyz` answers. Which checks there are depends on what answers: one process with everything, a gateway, a console. */
export const Readiness = z.object({ status: z.string(), checks: z.record(z.string(), Check) });
export type Readiness = z.infer<typeof Readiness>;

/** What a check says of parts of its own, such as the replicas of the projections; each by its address or its place. */
export const partsOf = (check: Check): readonly (readonly [name: string, part: Check])[] =>
  Object.values(check).flatMap((value) => {
    const parts = z.array(Check).safeParse(value);
    return parts.success ? parts.data.map((part, index) => [nameOf(part, index), part] as const) : [];
  });

const nameOf = ({ address, name }: Check, index: number): string => String(address ?? name ?? index + 1);
