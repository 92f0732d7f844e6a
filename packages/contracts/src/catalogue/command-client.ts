import type { CommandId } from '../values/identifiers.ts';
import type { Officer } from '../values/people.ts';
import type { CommandAnswer } from './command-answer.ts';
import type { ProblemDocument } from './problem-document.ts';

/** What travels beside the input of a command. */
export interface SendOptions {
  /** The idempotency key: a lower-case UUID, the same on every retry. The write service refuses any other. */
  readonly commandId: CommandId | string;
  /** Who asks. The write service decides what that person may do. */
  readonly officer: Officer;
  readonly correlationId: string;
  /** The revision that the sender has seen; the command is refused as `stale` when the record has moved on. */
  readonly ifMatch?: number;
}

export type SendResult =
  | { readonly outcome: 'answered'; readonly status: number; readonly answer: CommandAnswer }
  | { readonly outcome: 'refused'; readonly problem: ProblemDocument };

/** How the gateway hands a command to the write service that owns it: in this process, or over HTTP. */
export interface CommandClient {
  /**
   * Sends a command by the name of its slice. A refusal by a rule, a malformed input and an unreachable store are all
   * answered as `refused`, with the problem that says which.
   * @throws when the write service itself cannot be reached; whether anything was recorded is then unknown, and sending
   * the same command with the same key is safe.
   */
  send(name: string, input: unknown, options: SendOptions): Promise<SendResult>;
}
