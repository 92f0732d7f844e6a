import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { IsoInstant, Position, RecordableEvent, StreamName } from '@demarche/contracts';

/** An event as a projector gets it: upcast, validated, with where and when it was recorded. */
export interface ProjectedEvent {
  readonly event: RecordableEvent;
  readonly eventId: string;
  readonly stream: StreamName;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: IsoInstant;
}

/** What a projector writes with. Every write lies in the transaction that also moves the checkpoint. */
export interface ViewWriter {
  readonly database: DatabaseSync;
  /** A prepared statement, kept for the life of the connection. */
  prepare(sql: string): StatementSync;
  /** Runs a statement the first time in a batch that its first value comes: for rows that are written once and stay. */
  onceEachBatch(sql: string, key: string, ...values: readonly (string | number)[]): void;
  /** Says that a record changed, for the signals sent once the batch is committed. */
  changed(subject: string, countries: readonly string[]): void;
}

/** Builds one view. It must depend on nothing but the events and the rows it wrote itself. */
export interface Projector {
  /** Names the view in the checkpoint, the logs and `demarche projections rebuild`. */
  readonly view: string;
  /** Counts up whenever the tables or the logic change: the view is then rebuilt at the next start. */
  readonly version: number;
  /** `CREATE TABLE` statements, and `CREATE INDEX` for what any event looks up. */
  readonly schema: string;
  /** `CREATE INDEX` for what only questions and amending events look up. A file being built gets these at its end, sorted at once. */
  readonly indexes?: string;
  readonly handles: readonly RecordableEvent['type'][];
  /** What an event of the record costs this view compared with others, as measured; 1 without it. Divides the views among threads. */
  readonly cost?: number;
  /**
   * Events that look up rows of earlier events and change them. While a file is being built they are put aside until its
   * indexes are there, and then taken in order. So such an event must touch rows of earlier positions only, and no
   * other event may depend on what it did.
   */
  readonly amends?: readonly RecordableEvent['type'][];
  /** @throws when the event cannot be taken; its stream is then parked for this view. */
  project(writer: ViewWriter, recorded: ProjectedEvent): void;
}
