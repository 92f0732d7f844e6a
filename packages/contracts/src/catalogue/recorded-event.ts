import type { Position } from '../values/time.ts';
import type { EventMetadata } from './event-metadata.ts';
import type { StreamName } from './stream-name.ts';

/** An event as the store holds it. `data` is as it was written, in the version that `metadata.schemaVersion` names. */
export interface RecordedEvent {
  /** A UUID derived from the command and the index, so that a repeated append is the same append. */
  readonly eventId: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: EventMetadata;
  readonly stream: StreamName;
  /** Counts the events of one stream from 0. */
  readonly revision: number;
  readonly position: Position;
}
