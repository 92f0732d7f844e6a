import type { Position } from '@demarche/contracts';

/** An event on its way to the bus. What is needed to find a place and to see a hole stands in headers, outside the body. */
export interface OutgoingMessage {
  /** The event's id: what is sent twice within the bus's window for duplicates is taken once. */
  readonly messageId: string;
  /** `demarche.<category>.<EventType>.<country>` */
  readonly subject: string;
  /** Where the event stands in the store. */
  readonly position: Position;
  /** Where the event before it stands; 0 for the first. Whoever holds less has missed something. */
  readonly previousPosition: Position;
  /** A CloudEvent 1.0 in structured mode, as JSON. */
  readonly body: string;
  /** The W3C trace context of the event, where traces are kept. */
  readonly traceparent?: string;
}

/** A message that was taken. */
export interface LoggedMessage extends OutgoingMessage {
  /** Counts the messages of the log from 1; a message that was lost leaves its number unused. */
  readonly sequence: number;
}

export type PublishResult =
  | { readonly outcome: 'published'; readonly sequence: number }
  /** A message with this id came a short while ago. It need not be there any more: a log can be emptied and still remember. */
  | { readonly outcome: 'duplicate' }
  /** The log does not end where it was expected to: somebody else published, or it was emptied. */
  | { readonly outcome: 'out-of-turn' };

/** Where a log begins and ends at the moment. */
export interface LogEnd {
  /** The number of the oldest message that may still be there. */
  readonly firstSequence: number;
  /** The number given last, whether or not that message is still there; 0 before the first. */
  readonly lastSequence: number;
  /** The position of the newest message that is there; 0 where there is none. */
  readonly position: Position;
  /** The id of that message; empty where there is none. */
  readonly messageId: string;
  /** Changes when the log was deleted and made anew, so that its numbers begin again. */
  readonly incarnation: string;
}

/** What a log that copies another one, far away, knows of that. */
export interface OriginalLog {
  /**
   * Milliseconds since the original was heard, if only that it has nothing new; null where it was not since the server of
   * the copy was started.
   */
  readonly silentForMs: number | null;
  /** How many of its messages were known to be missing here when it was heard. */
  readonly missing: number;
}

/**
 * The bus as the relay and the feed see it: messages in one order. It is not the truth and may forget anything at any
 * time; whoever reads it compares positions, and reads the event store where something is missing.
 *
 * An adapter makes sure that the log cannot be emptied while its numbers go on (`deny_purge` of JetStream): sequence n
 * would no longer always be the same event, and a message on its way could take a place that is not its own. Readers
 * come to no harm by that, but the order on the bus does. Deleting the log and making it anew is always safe.
 */
export interface MessageLog {
  /**
   * Takes a message, if the log ends with the sequence expected. Calls made one after another without waiting reach the
   * log in that order.
   * @throws BusUnavailable when it cannot be reached: the message may or may not have been taken.
   */
  publish(message: OutgoingMessage, expectedLastSequence: number): Promise<PublishResult>;

  /**
   * @throws BusUnavailable
   * @throws BusRefused where the log is not such that the order of messages can be relied on
   */
  end(): Promise<LogEnd>;

  /**
   * At most `limit` messages with this sequence or a later one, in order; none beyond the end.
   * @throws BusUnavailable
   */
  read(fromSequence: number, limit: number): Promise<readonly LoggedMessage[]>;

  /**
   * How the log that this one copies was heard; null where it is no copy.
   * @throws BusUnavailable
   */
  original(): Promise<OriginalLog | null>;

  /** Calls back soon after something was published, by whomever. A call can be lost. Returns how to stop. */
  onPublished(listener: () => void): () => void;
}

/** The bus cannot be reached at the moment. Trying again later is safe. */
export class BusUnavailable extends Error {
  override readonly name = 'BusUnavailable';
}

/** The bus cannot be used as it is, and waiting does not help: one sentence says what is wrong and what to do. */
export class BusRefused extends Error {
  override readonly name = 'BusRefused';
}
