import type { z } from 'zod';
import type { OwningService } from './define-event.ts';

export interface CommandDefinition<
  Name extends string = string,
  Schema extends z.ZodObject = z.ZodObject,
  Code extends string = string,
> {
  /** The verb of the slice; it names the folder, the file, the mutation and the span. */
  readonly name: Name;
  readonly service: OwningService;
  /** Always POST. A `:name` segment is the field of that name in the input; the rest of the input is the body. */
  readonly path: string;
  readonly doc: string;
  readonly input: Schema;
  /** Every rule that can refuse the command: its code, and what it means in a few words. */
  readonly rejections: Readonly<Record<Code, string>>;
}

/** The parsed input of a command. */
export type InputOf<Definition> =
  Definition extends CommandDefinition<string, infer Schema, string> ? z.output<Schema> : never;

/** The codes with which a command can be refused by a rule. */
export type RejectionOf<Definition> =
  Definition extends CommandDefinition<string, z.ZodObject, infer Code> ? Code : never;

export const defineCommand = <Name extends string, Schema extends z.ZodObject, Code extends string>(
  definition: CommandDefinition<Name, Schema, Code>,
): CommandDefinition<Name, Schema, Code> => definition;
