import type { Position, RecordedEvent, StreamName } from '@demarche/contracts';

/** Counts the events of one stream from 0. */
export type StreamRevision = number;

/** `no-stream`: the stream must not exist yet. There is no "any": whoever appends says what it has read. */
export type ExpectedRevision = StreamRevision | 'no-stream';

/** An event that is not in the store yet. */
export type NewEvent = Pick<RecordedEvent, 'eventId' | 'type' | 'data' | 'metadata'>;

export interface Appended {
  readonly outcome: 'appended';
  readonly revision: StreamRevision;
  readonly position: Position;
}

export type AppendResult =
  | Appended
  /** Somebody else was first. `actual` is the revision found, or `no-stream`. */
  | { readonly outcome: 'conflict'; readonly actual: ExpectedRevision };

/**
 * The truth. Events are appended and never changed or deleted; position order is commit order, and a reader never sees
 * an event before all with lower positions are visible.
 */
export interface EventStore {
  /**
   * Appends all events to one stream, or none. Resolves only once they are durable. Appending the same events again
   * (ids, types and data) with the same expected revision answers as the first time and stores nothing, whatever was
   * appended since. Ids that are stored anywhere else, or with other content, are a conflict; where the stream itself is
   * as expected, `actual` is then the expected revision. At least one event, at most 1 MiB together.
   * @throws StoreUnavailable when the store cannot be reached or written: the events may or may not have landed.
   * @throws AppendTooLarge when the events exceed the store's limit: nothing was written.
   */
  append(stream: StreamName, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult>;

  /** The events of a stream from a revision (default 0) on, in order; none for an unknown stream. Before 0 there is nothing. */
  readStream(stream: StreamName, from?: StreamRevision): Promise<readonly RecordedEvent[]>;

  /**
   * What this process has seen of a stream, without asking anybody. Only stores have it that are asked over a network,
   * where a read costs as much as an append.
   */
  recall?(stream: StreamName): RecalledStream;

  /** At most `limit` events of all streams after a position, in order of position. Before 0 there is nothing. */
  readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]>;

  /**
   * The id of the event at a position; nothing where none stands there. Whoever kept both learns by it, as fast from a long
   * record as from a short one, whether this is still the record that they know.
   */
  idAt(position: Position): Promise<string | undefined>;

  /** The position of the newest event; 0 when there is none. */
  head(): Promise<Position>;

  /** Calls back soon after events were appended, by whomever; never with the events. Returns how to stop. */
  onAppended(listener: () => void): () => void;

  close(): Promise<void>;
}

/** A stream as it was when this process last read or wrote it; without events where it never did. */
export interface RecalledStream {
  /** From the first on, without a gap. More may have been appended since. */
  readonly events: readonly NewEvent[];
  /**
   * Appends events behind these, or none. `appended` says that it was done now: unlike with `EventStore.append`, events that
   * stand there already are no success. `overtaken`: this is not, or not surely, all of the stream; it is to be read.
   * @throws as `EventStore.append`
   */
  append(events: readonly NewEvent[]): Promise<Appended | Overtaken>;
}

export interface Overtaken {
  readonly outcome: 'overtaken';
}

/**
 * Why a store cannot be used. `locked`: another program holds it for itself. `full`: its disk has no room. `read-only`: it may
 * not be written. `damaged`: what it holds is not what was written. `away`: anything else. But for `away`, nothing of the
 * append was recorded.
 */
export type StoreTrouble = 'locked' | 'full' | 'read-only' | 'damaged' | 'away';

/** The store cannot be reached or written at the moment. Trying again later with the same events is safe. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly trouble: StoreTrouble;
  constructor(message: string, { trouble = 'away', ...options }: ErrorOptions & { trouble?: StoreTrouble } = {}) {
    super(message, options);
    this.trouble = trouble;
  }
}

/** More bytes than the store takes in one append. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
}
