import type { z } from 'zod';

/**
 * A question to the projections. Every question is asked of many keys at once, so that a page costs a constant number
 * of calls, and every question may be put at a point on two clocks.
 */
export interface QueryDefinition<
  Name extends string = string,
  Arguments extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  readonly name: Name;
  readonly doc: string;
  readonly arguments: Arguments;
  readonly result: Result;
}

export type ArgumentsOf<Definition> =
  Definition extends QueryDefinition<string, infer Arguments> ? z.output<Arguments> : never;
/** Arguments before defaults are filled in: what a caller writes. */
export type QuestionOf<Definition> =
  Definition extends QueryDefinition<string, infer Arguments> ? z.input<Arguments> : never;
export type ResultOf<Definition> =
  Definition extends QueryDefinition<string, z.ZodType, infer Result> ? z.output<Result> : never;

export const defineQuery = <Name extends string, Arguments extends z.ZodType, Result extends z.ZodType>(
  definition: QueryDefinition<Name, Arguments, Result>,
): QueryDefinition<Name, Arguments, Result> => definition;
