import type { CommandId } from '../values/identifiers.ts';
import type { Officer } from '../values/people.ts';
import type { IsoDate } from '../values/time.ts';

/** What a rule may know beside the input: who asks, on which day, and under which key. */
export interface CommandCircumstances {
  readonly commandId: CommandId;
  readonly officer: Officer;
  /** The day on which the command was received, in UTC. */
  readonly today: IsoDate;
}

/** A command as a decider sees it: its name, its input, and its circumstances. */
export type Command<Name extends string, Input> = Input & CommandCircumstances & { readonly name: Name };
