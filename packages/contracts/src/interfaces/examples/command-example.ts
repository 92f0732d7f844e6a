import type { z } from 'zod';
import type { CommandDefinition } from '../../catalogue/define-command.ts';

/** A command as somebody would send it, about countries that do not exist. */
export interface CommandExample {
  readonly command: string;
  /** The whole input, what goes into the path included. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Where the reference of what is recorded is drawn from the key: the key that draws the one named by later examples. */
  readonly key?: string;
}

export const commandExample = <Definition extends CommandDefinition>(
  { name }: Definition,
  input: z.input<Definition['input']>,
  key?: string,
): CommandExample => ({ command: name, input, ...(key === undefined ? {} : { key }) });
