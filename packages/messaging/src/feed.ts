import type { Position, RecordedEvent } from '@demarche/contracts';

export interface FeedBatch {
  readonly events: readonly RecordedEvent[];
  /** The newest position in the store when the batch was read, as far as the feed knows. */
  readonly head: Position;
}

export interface FeedOptions {
  /** Delivery begins with the first event after this position. */
  readonly after: Position;
  /** At most this many events at a time. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
  /** Called with one batch after another, never two at once; the next is not fetched far ahead of it. */
  readonly handle: (batch: FeedBatch) => Promise<void>;
}

/** Everything that was recorded, in order of position, from any point on, and then as it comes. At-least-once delivery. */
export interface Feed {
  /**
   * Resolves once the signal aborts and the last batch was handled.
   * @throws what `handle` throws. A feed that loses its source does not throw: it waits, says so in its log, and goes on where it was.
   */
  follow(options: FeedOptions): Promise<void>;
  /** The position of the newest event it could deliver. */
  head(): Promise<Position>;
  /**
   * The id of the event at a position; nothing where there is none. Whoever kept the id learns by it whether the record is
   * still the one that was followed.
   */
  idAt(position: Position): Promise<string | undefined>;
  /**
   * Whether its head can come to stand before events that it has delivered, which are still the same: where there is no record,
   * but a bus that can be emptied and filled again.
   */
  readonly mayGoBack: boolean;
}
