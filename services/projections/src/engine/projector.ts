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
  /** Says that a record changed, for the signals sent once the batch is committed. */
  changed(subject: string, countries: readonly string[]): void;
}

/** Builds one view. It must depend on nothing but the events and the rows it wrote itself. */
export interface Projector {
  /** Names the view in the checkpoint, the logs and `demarche projections rebuild`. */
  readonly view: string;
  /** Counts up whenever the tables or the logic change: the view is then rebuilt at the next start. */
  readonly version: number;
  /** `CREATE TABLE` and `CREATE INDEX` statements. */
  readonly schema: string;
  readonly handles: readonly RecordableEvent['type'][];
  /** @throws when the event cannot be taken; its stream is then parked for this view. */
  project(writer: ViewWriter, recorded: ProjectedEvent): void;
}
